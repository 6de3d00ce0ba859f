import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf } from "../../src/nomination/network.ts";
import { SqliteStore } from "../../src/nomination/node/sqlite-store.ts";
import { createTrustedProxies } from "../../src/nomination/node/trusted-proxies.ts";
import { createTestEndpoint } from "./test-endpoint.ts";

const day = 86_400_000;

describe("the quota", () => {
  it("is five a day per practice and network, and says when to come back", async () => {
    const endpoint = await createTestEndpoint();
    for (let vote = 0; vote < 5; vote++) expect((await endpoint.vote("solar-roofs")).status).toBe(201);
    const refused = await endpoint.vote("solar-roofs");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: "quota" });
    expect((await endpoint.vote("one-stop-shop")).status).toBe(201);
    endpoint.from("192.0.3.1");
    expect((await endpoint.vote("solar-roofs")).status).toBe(201);
  });

  it("is forty a day over all practices", async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `practice-${index}`);
    const endpoint = await createTestEndpoint({ ids });
    const statuses = [];
    for (const id of ids.slice(0, 42)) statuses.push((await endpoint.vote(id)).status);
    expect(statuses).toEqual([...Array(40).fill(201), 429, 429]);
  });

  it("holds for a whole office that votes at once, to the vote", async () => {
    const endpoint = await createTestEndpoint();
    const ballots = await Promise.all(Array.from({ length: 30 }, () => endpoint.ballot("solar-roofs")));
    const responses = await Promise.all(ballots.map((ballot) => endpoint.post("/api/nominations", ballot)));
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it("is one for a /56 however its addresses rotate, and one for a /24", async () => {
    const endpoint = await createTestEndpoint();
    const statuses = [];
    for (let host = 0; host < 7; host++) {
      endpoint.from(`2001:db8:12:34${host.toString(16).padStart(2, "0")}::${host + 1}`);
      statuses.push((await endpoint.vote("solar-roofs")).status);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429]);
    for (let host = 1; host < 7; host++) {
      endpoint.from(`198.51.100.${host}`);
      statuses.push((await endpoint.vote("solar-roofs")).status);
    }
    expect(statuses.slice(7)).toEqual([201, 201, 201, 201, 201, 429]);
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

  it("belongs to a network: /24, /56, the same for every spelling", () => {
    expect(networkOf("192.0.2.200")).toBe("4:c00002");
    expect(networkOf("::ffff:192.0.2.1")).toBe("4:c00002");
    expect(networkOf("::ffff:c000:0201")).toBe("4:c00002");
    expect(networkOf("2001:db8:0:aabb:1:2:3:4")).toBe("6:20010db80000aa");
    expect(networkOf("2001:DB8::aacc:0:0:0:4")).toBe(networkOf("2001:db8:0:aacc::4"));
    expect(networkOf("[2001:db8:0:aabb::1]:443")).toBe("6:20010db80000aa");
    expect(networkOf("fe80::1%eth0")).toBe("6:fe800000000000");
    for (const nonsense of [undefined, "", "1.2.3", "1.2.3.256", "::1::", "localhost", "g::1"])
      expect(networkOf(nonsense)).toBe("unknown");
  });

  it("never takes two networks for one", () => {
    const octet = fc.nat(255);
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet), fc.tuple(octet, octet, octet), octet, (left, right, host) => {
        const [one, other] = [left, right].map((parts) => networkOf([...parts, host].join(".")));
        expect(one === other).toBe(left.join() === right.join());
      }),
    );
  });
});

describe("the field that people do not see", () => {
  it("spends the ballot of whoever fills it in", async () => {
    const endpoint = await createTestEndpoint();
    const ballot = await endpoint.ballot("solar-roofs");
    const trapped = await endpoint.post("/api/nominations", { ...ballot, website: "https://spam.example" });
    expect(trapped.status).toBe(422);
    expect((await endpoint.post("/api/nominations", ballot)).status).toBe(410);
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
