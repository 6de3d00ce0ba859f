import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networksAround } from "../../src/nomination/network.ts";
import { SqliteStore } from "../../src/nomination/node/sqlite-store.ts";
import { createTrustedProxies } from "../../src/nomination/node/trusted-proxies.ts";
import { createTestEndpoint } from "./test-endpoint.ts";

const day = 86_400_000;

describe("votes by code", () => {
  it("are five a day per practice and household; then the reader hears of another way", async () => {
    const endpoint = await createTestEndpoint();
    for (let vote = 0; vote < 5; vote++) expect((await endpoint.vote("solar-roofs")).status).toBe(201);
    const refused = await endpoint.vote("solar-roofs");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      code: "quota",
      title: expect.stringContaining("страницата на практиката"),
    });
    expect((await endpoint.vote("one-stop-shop")).status).toBe(201);
    endpoint.from("192.0.3.1");
    expect((await endpoint.vote("solar-roofs")).status).toBe(201);
  });

  it("are counted to the vote when a whole office sends them at once", async () => {
    const endpoint = await createTestEndpoint();
    const ballots = await Promise.all(Array.from({ length: 30 }, () => endpoint.ballot("solar-roofs")));
    const responses = await Promise.all(ballots.map((ballot) => endpoint.post("/api/nominations", ballot)));
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it("are used up by wrong answers too", async () => {
    const endpoint = await createTestEndpoint();
    for (let guess = 0; guess < 5; guess++) {
      const { token } = await endpoint.challenge("solar-roofs");
      const answer = (await endpoint.solve(token)).replace(/./g, (digit) => (digit === "9" ? "8" : "9"));
      expect((await endpoint.post("/api/nominations", { practice: "solar-roofs", token, answer })).status).toBe(422);
    }
    expect((await endpoint.vote("solar-roofs")).status).toBe(429);
  });

  it.each([
    ["one /56 whose addresses rotate", (n: number) => `2001:db8:12:34${n.toString(16).padStart(2, "0")}::1`, 5],
    ["one /48, however many households it is cut into", (n: number) => `2001:db8:12:${n.toString(16)}00::1`, 15],
    ["one IPv4 /24", (n: number) => `198.51.100.${n + 1}`, 15],
    ["one IPv4 /16", (n: number) => `198.51.${n}.1`, 200],
  ])("are as many from %s as it may be households", async (_, address, most) => {
    const endpoint = await createTestEndpoint();
    const statuses = [];
    for (let vote = 0; vote < most + 2; vote++) {
      endpoint.from(address(vote));
      statuses.push((await endpoint.vote("solar-roofs")).status);
    }
    expect(statuses).toEqual([...Array(most).fill(201), 429, 429]);
  });

  it("begins anew at midnight UTC, with a new salt, and forgets the day before", async () => {
    const store = new SqliteStore(":memory:");
    const endpoint = await createTestEndpoint({ store });
    for (let vote = 0; vote < 6; vote++) await endpoint.vote("solar-roofs");
    const salt = await store.salt("2026-11-24", new Uint8Array(32));
    endpoint.advance(day / 2 - 1_000);
    // Under load across midnight: every ballot is answered, none is lost.
    const ballots = await Promise.all(Array.from({ length: 20 }, () => endpoint.ballot("one-stop-shop")));
    const under = await Promise.all(
      ballots.map((ballot, index) => {
        if (index === 10) endpoint.advance(2_000);
        return endpoint.post("/api/nominations", ballot, { "x-test-address": `203.0.${index}.1` });
      }),
    );
    expect(under.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect((await endpoint.vote("solar-roofs")).status).toBe(201);
    const next = await store.salt("2026-11-25", new Uint8Array(32));
    expect([...next]).not.toEqual([...salt]);
    expect([...(await store.salt("2026-11-25", new Uint8Array(32)))]).toEqual([...next]);
  });
});

describe("the client's address", () => {
  const socket = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
  const forwarded = (value: string) => new Request("http://x/", { headers: { "X-Forwarded-For": value } });

  it("is the socket's, whatever a stranger writes into X-Forwarded-For", () => {
    const address = createTrustedProxies([]).clientAddress;
    expect(address(forwarded("10.1.1.1"), socket("192.0.2.7"))).toBe("192.0.2.7");
    const behind = createTrustedProxies(["10.0.0.0/8"]).clientAddress;
    expect(behind(forwarded("198.51.100.1"), socket("192.0.2.7"))).toBe("192.0.2.7");
  });

  it("is the last foreign one behind a proxy that is named", () => {
    const address = createTrustedProxies(["10.0.0.0/8", "fd00::/8"]).clientAddress;
    expect(address(forwarded("1.1.1.1, 198.51.100.9"), socket("10.0.0.5"))).toBe("198.51.100.9");
    expect(address(forwarded("1.1.1.1, 198.51.100.9, 10.2.2.2"), socket("::ffff:10.0.0.5"))).toBe("198.51.100.9");
    expect(address(forwarded(""), socket("fd00::1"))).toBe("fd00::1");
  });

  it("lies in networks that are the same for every spelling", () => {
    const networkOf = (address?: string) => networksAround(address).map(({ name }) => name);
    expect(networkOf("192.0.2.1")).toEqual(["4:c0000201", "4:c00002", "4:c000"]);
    expect(networkOf("::ffff:192.0.2.1")).toEqual(networkOf("192.0.2.1"));
    expect(networkOf("::ffff:c000:0201")).toEqual(networkOf("192.0.2.1"));
    expect(networkOf("2001:db8:0:aabb:1:2:3:4")).toEqual(["6:20010db80000aa", "6:20010db80000", "6:20010db8"]);
    expect(networkOf("2001:DB8::aacc:0:0:0:4")).toEqual(networkOf("2001:db8:0:aacc::4"));
    expect(networkOf("[2001:db8:0:aabb::1]:443")).toEqual(networkOf("2001:db8:0:aabb::1"));
    expect(networkOf("fe80::1%eth0")[0]).toBe("6:fe800000000000");
    for (const nonsense of [undefined, "", "1.2.3", "1.2.3.256", "::1::", "localhost", "g::1"])
      expect(networkOf(nonsense)).toEqual(["unknown"]);
  });

  it("never takes two networks for one", () => {
    const octets = fc.uint8Array({ minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(octets, octets, (left, right) => {
        const [one, other] = [left, right].map((parts) => networksAround(parts.join(".")).map(({ name }) => name));
        for (const [index, bytes] of [4, 3, 2].entries())
          expect(one?.[index] === other?.[index]).toBe(left.slice(0, bytes).join() === right.slice(0, bytes).join());
      }),
    );
  });
});

describe("what is kept", () => {
  it("holds no address, no nonce and no time of day", async () => {
    const store = new SqliteStore(":memory:");
    const endpoint = await createTestEndpoint({ store });
    endpoint.from("203.0.113.77");
    const reply = await (await endpoint.vote("solar-roofs")).json();
    const kept = JSON.stringify([await store.rows(1, 100), endpoint.events]);
    for (const secretText of ["203.0.113", "cb0071", reply.receipt]) expect(kept).not.toContain(secretText);
    const [row] = await store.rows(1, 1);
    expect(Object.keys(row ?? {})).toEqual(["sequence", "day", "practice", "kind", "amount", "commitment", "hash"]);
  });
});
