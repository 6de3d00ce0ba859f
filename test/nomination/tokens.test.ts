import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { challengeKinds, clockSkewSeconds, maxTokenTtlSeconds, tokenTtlSeconds } from "../../src/core/protocol.ts";
import { fromBase64Url, toBase64Url } from "../../src/nomination/encoding.ts";
import { createKeyRing } from "../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../src/nomination/node/node-primitives.ts";
import { maxLevel } from "../../src/nomination/price.ts";
import { openToken, sealToken, ttlSecondsOf } from "../../src/nomination/token.ts";
import { runs } from "../setup/soak.ts";
import { createTestEndpoint, secret, type TestEndpoint } from "./test-endpoint.ts";

const minutes = 60_000;

async function countOf(endpoint: TestEndpoint, practice: string): Promise<number> {
  const { counts } = await (await endpoint.get("/api/tally")).json();
  return counts[practice] ?? 0;
}

async function codeOfResponse(response: Response): Promise<[number, string | undefined]> {
  return [response.status, (await response.json()).code];
}

describe("a token", () => {
  it("sent 32 times at once counts once; the others hear that it is counted, with the same receipt", async () => {
    const endpoint = await createTestEndpoint();
    const ballot = await endpoint.ballot("solar-roofs");
    const responses = await Promise.all(Array.from({ length: 32 }, () => endpoint.post("/api/nominations", ballot)));
    const replies = await Promise.all(responses.map((response) => response.json()));
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(responses.filter(({ status }) => status === 409)).toHaveLength(31);
    expect(new Set(replies.map(({ receipt }) => receipt)).size).toBe(1);
    expect(await countOf(endpoint, "solar-roofs")).toBe(1);
  });

  it("of one practice does not nominate another", async () => {
    const endpoint = await createTestEndpoint();
    const ballot = { ...(await endpoint.ballot("solar-roofs")), practice: "one-stop-shop" };
    expect(await codeOfResponse(await endpoint.post("/api/nominations", ballot))).toEqual([422, "wrong-answer"]);
    expect(await countOf(endpoint, "one-stop-shop")).toBe(0);
  });

  it("that has expired is refused, unless its vote is in the log already", async () => {
    const endpoint = await createTestEndpoint();
    const [late, counted] = [await endpoint.ballot("solar-roofs"), await endpoint.ballot("solar-roofs")];
    await endpoint.post("/api/nominations", counted);
    endpoint.advance(tokenTtlSeconds * 1000 + 2_000);
    expect(await codeOfResponse(await endpoint.post("/api/nominations", late))).toEqual([410, "expired"]);
    expect(await codeOfResponse(await endpoint.post("/api/nominations", counted))).toEqual([409, "already-counted"]);
    expect(await countOf(endpoint, "solar-roofs")).toBe(1);
  });

  it.each([
    [0, tokenTtlSeconds],
    [5, tokenTtlSeconds],
    [6, maxTokenTtlSeconds],
    [maxLevel, maxTokenTtlSeconds],
  ])("of level %i is open for %i seconds: work that may take a phone longer has longer", (level, seconds) => {
    expect(ttlSecondsOf(level)).toBe(seconds);
  });

  it("is good on a machine whose clock is ten minutes behind, and open for what is left ten minutes ahead", async () => {
    for (const skew of [-10 * minutes, 10 * minutes]) {
      const endpoint = await createTestEndpoint();
      const ballot = await endpoint.ballot("solar-roofs");
      endpoint.advance(skew);
      expect((await endpoint.post("/api/nominations", ballot)).status).toBe(201);
    }
  });

  it("from further in the future than clocks may differ is refused", async () => {
    const endpoint = await createTestEndpoint();
    const ballot = await endpoint.ballot("solar-roofs");
    endpoint.advance(-(clockSkewSeconds * 1000 + 5_000));
    expect(await codeOfResponse(await endpoint.post("/api/nominations", ballot))).toEqual([422, "wrong-answer"]);
  });

  it("of the secret before is still good after a rotation, and no longer when that secret is dropped", async () => {
    const old = await createTestEndpoint();
    const [first, second] = [await old.ballot("solar-roofs"), await old.ballot("solar-roofs")];
    const fresh = "another-secret-that-is-long-enough-too";
    const rotated = await createTestEndpoint({
      environment: { PRAKTIKA_SECRET: fresh, PRAKTIKA_SECRET_PREVIOUS: secret },
    });
    expect((await rotated.post("/api/nominations", first)).status).toBe(201);
    expect((await rotated.vote("solar-roofs")).status).toBe(201);
    const later = await createTestEndpoint({ environment: { PRAKTIKA_SECRET: fresh } });
    expect(await codeOfResponse(await later.post("/api/nominations", second))).toEqual([422, "wrong-answer"]);
  });

  it("takes one guess: after a wrong one even the right answer counts nothing", async () => {
    const endpoint = await createTestEndpoint();
    const ballot = await endpoint.ballot("solar-roofs");
    const guesses = Array.from({ length: 1_000 }, (_, index) => String(222_222 + index));
    for (let start = 0; start < guesses.length; start += 50) {
      const group = guesses.slice(start, start + 50).filter((guess) => guess !== ballot.answer);
      await Promise.all(group.map((answer) => endpoint.post("/api/nominations", { ...ballot, answer })));
    }
    expect(await codeOfResponse(await endpoint.post("/api/nominations", ballot))).toEqual([410, "expired"]);
    expect(await countOf(endpoint, "solar-roofs")).toBe(0);
  });

  it("that nobody sealed changes nothing, whatever is altered in it", async () => {
    const endpoint = await createTestEndpoint();
    const { token, answer } = await endpoint.ballot("solar-roofs");
    const change = fc.oneof(
      fc.tuple(fc.nat(token.length - 1), fc.constantFrom(..."ABab01-_.")).map(([at, letter]) => {
        return token.slice(0, at) + letter + token.slice(at + 1);
      }),
      fc.nat(token.length - 1).map((length) => token.slice(0, length)),
      fc.string({ maxLength: 20 }).map((more) => token + more),
      fc.string({ maxLength: 200 }),
      fc.nat(token.length).map((at) => token.slice(at) + token.slice(0, at)),
    );
    await fc.assert(
      fc.asyncProperty(change, async (forged) => {
        fc.pre(forged !== token);
        const response = await endpoint.post("/api/nominations", { practice: "solar-roofs", token: forged, answer });
        expect(response.status).toBe(422);
      }),
      { numRuns: runs(200, 10_000) },
    );
    expect(await countOf(endpoint, "solar-roofs")).toBe(0);
  });
});

describe("sealing", () => {
  it("keeps every challenge apart, and opens what it sealed", async () => {
    const keys = await createKeyRing([secret], nodePrimitives);
    const primitives = { ...nodePrimitives, now: () => 0 };
    const challenge = fc.record({
      practice: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
      kind: fc.constantFrom(...challengeKinds),
      level: fc.integer({ min: 0, max: maxLevel }),
      nonce: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes)),
      expiresAt: fc.integer({ min: 0, max: tokenTtlSeconds }),
    });
    await fc.assert(
      fc.asyncProperty(challenge, challenge, async (left, right) => {
        const [one, other] = await Promise.all([left, right].map((each) => sealToken(each, keys, primitives)));
        expect(await openToken(one ?? "", keys, primitives)).toMatchObject({ state: "open", challenge: left });
        const same = JSON.stringify([left, [...left.nonce]]) === JSON.stringify([right, [...right.nonce]]);
        expect(one === other).toBe(same);
      }),
    );
  });

  it("splices nothing: the head of one token with the signature of another is no token", async () => {
    const endpoint = await createTestEndpoint();
    const [one, other] = [await endpoint.challenge("solar-roofs"), await endpoint.challenge("one-stop-shop")];
    const spliced = `${one.token.split(".")[0]}.${other.token.split(".")[1]}`;
    const answer = await endpoint.solve(one.token);
    const response = await endpoint.post("/api/nominations", { practice: "solar-roofs", token: spliced, answer });
    expect(response.status).toBe(422);
  });

  it("refuses a second spelling of the same bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect([...(fromBase64Url(text) ?? [])]).toEqual([...bytes]);
        expect(fromBase64Url(`${text}=`)).toBeUndefined();
        const last = text.at(-1) ?? "";
        const spellings = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
          .map((letter) => text.slice(0, -1) + letter)
          .filter((spelling) => spelling !== text && last !== "");
        for (const spelling of spellings) expect([...(fromBase64Url(spelling) ?? [-1])]).not.toEqual([...bytes]);
      }),
    );
  });

  it("wants secrets that are long enough", async () => {
    await expect(createKeyRing(["short"], nodePrimitives)).rejects.toThrow(RangeError);
    await expect(createKeyRing([], nodePrimitives)).rejects.toThrow(RangeError);
  });
});
