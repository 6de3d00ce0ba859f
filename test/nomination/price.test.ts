import { solveChallenge } from "altcha-lib";
import { expect, it } from "vitest";
import { deriveWorkKey as deriveKey } from "../../src/core/derive-work-key.ts";
import { workAt } from "../../src/nomination/captcha/work.ts";
import { maxLevel, priceLevel, refuseVote } from "../../src/nomination/price.ts";
import { createTestEndpoint, type TestEndpoint } from "./test-endpoint.ts";

const shares = { household: 5, office: 60 };
const levelAfter = (used: number) => priceLevel([{ key: "n", shares }], new Map([["n", used]]));

/** The level of a challenge without solving it. */
const levelOf = async (endpoint: TestEndpoint, practice = "solar-roofs"): Promise<number> => {
  const { work } = await endpoint.challenge(practice, "work");
  const { cost, data } = (work as { parameters: { cost: number; data: { keys: number } } }).parameters;
  const levels = Array.from({ length: maxLevel + 1 }, (_, level) => level);
  return levels.findIndex((level) => workAt(level).cost === cost && 2 * workAt(level).averageKeys === data.keys);
};

it("is the lowest for a household, twice that for an office, and doubles beyond each further office", () => {
  expect([0, 4, 5, 59, 60, 119, 120, 299].map(levelAfter)).toEqual([0, 0, 1, 1, 2, 2, 3, 5]);
  expect(levelAfter(100_000)).toBe(maxLevel);
});

it("is that of the dearest network around an address", () => {
  const networks = [
    { key: "narrow", shares },
    { key: "wide", shares: { household: 15, office: 120 } },
  ];
  expect(priceLevel(networks, new Map([["wide", 130]]))).toBe(2);
  expect(
    priceLevel(
      networks,
      new Map([
        ["narrow", 61],
        ["wide", 130],
      ]),
    ),
  ).toBe(2);
  expect(
    priceLevel(
      networks,
      new Map([
        ["narrow", 200],
        ["wide", 200],
      ]),
    ),
  ).toBe(4);
});

it("is asked of work that began earlier as it was twenty votes of an office before", () => {
  const work = { kind: "work", level: 1 } as const;
  expect(refuseVote(work, [{ shares, used: 79 }])).toBeUndefined();
  expect(refuseVote(work, [{ shares, used: 80 }])).toBe("price");
});

it.each([
  ["code", shares.household],
  ["hosted", shares.office],
] as const)("is not what bounds ballots by %s: a network has %i of them", (kind, most) => {
  expect(refuseVote({ kind, level: 0 }, [{ shares, used: most - 1 }])).toBeUndefined();
  expect(refuseVote({ kind, level: 0 }, [{ shares, used: most }])).toBe("quota");
});

it("rises with the votes that came from a network, without ever refusing one, and is another for each practice", async () => {
  const endpoint = await createTestEndpoint({
    environment: { PRAKTIKA_QUOTA_PRACTICE: "1", PRAKTIKA_QUOTA_NETWORK: "2" },
  });
  const levels: number[] = [];
  for (let vote = 0; vote < 3; vote++) {
    levels.push(await levelOf(endpoint));
    expect((await endpoint.work("solar-roofs")).status).toBe(201);
  }
  expect(levels).toEqual([0, 1, 2]);
  expect(await levelOf(endpoint, "one-stop-shop")).toBe(0);
  endpoint.from("192.0.2.2");
  expect(await levelOf(endpoint)).toBe(1);
}, 60_000);

it("cannot be kept low by asking for challenges beforehand", async () => {
  const endpoint = await createTestEndpoint({
    environment: { PRAKTIKA_QUOTA_PRACTICE: "1", PRAKTIKA_QUOTA_NETWORK: "2" },
  });
  const ballots = await Promise.all([1, 2, 3].map(() => endpoint.worked("solar-roofs")));
  const statuses = [];
  for (const ballot of ballots) statuses.push((await endpoint.post("/api/nominations", ballot)).status);
  expect(statuses).toEqual([201, 429, 429]);
  const again = await endpoint.post("/api/nominations", ballots[2] ?? {});
  expect(await again.json()).toMatchObject({ code: "price-risen" });
  // Nothing of it is spent: tomorrow it would count, if it were still open.
  expect(await endpoint.store.counts()).toEqual(new Map([["solar-roofs", 1]]));
});

it("needs one key to set and none to check, of a megabyte at the most", async () => {
  for (let level = 2; level <= maxLevel; level++) {
    const { cost, memoryCost = 0, averageKeys } = workAt(level);
    expect(128 * cost * memoryCost).toBeLessThanOrEqual(1 << 20);
    expect(averageKeys).toBe(512 * 2 ** (level - 2));
  }
});

it("is the same whichever key of memory-hard work was chosen", async () => {
  const parameters = { algorithm: "SCRYPT", cost: 16, memoryCost: 8, keyLength: 32, nonce: "00", salt: "00" };
  const { derivedKey } = await deriveKey({ ...parameters, keyPrefix: "" }, new Uint8Array(1), new Uint8Array(5));
  const keyPrefix = Buffer.from(derivedKey).toString("hex").slice(0, 32);
  const solved = await solveChallenge({ challenge: { parameters: { ...parameters, keyPrefix } }, deriveKey });
  expect(solved?.counter).toBe(0);
});
