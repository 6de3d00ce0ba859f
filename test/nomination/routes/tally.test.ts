import { describe, expect, it } from "vitest";
import { ballots } from "../stores/ballots.ts";
import { createTestEndpoint } from "../test-endpoint.ts";

const json = async (response: Response) => [response.status, await response.json()] as const;

describe("the log", () => {
  it.each([
    [999, undefined],
    [1_000, undefined],
    [1_001, 1_001],
  ])("of %i rows is given a thousand at a time, with the next one to ask for: %s", async (size, next) => {
    const { store, get } = await createTestEndpoint();
    await store.record(ballots(size, "n"));
    const [, first] = await json(await get("/api/log"));
    expect([first.rows.length, first.next, first.head.size]).toEqual([Math.min(size, 1_000), next, size]);
    if (next === undefined) return;
    const [, second] = await json(await get(`/api/log?from=${next}`));
    expect([second.rows.length, second.rows[0].sequence, second.next]).toEqual([1, next, undefined]);
  });

  it.each([
    ["1", 200],
    ["999999999999999", 200],
    ["1000000000000000", 400],
    ["0", 400],
    ["-1", 400],
    ["x", 400],
    ["", 400],
  ])("from row %j is answered %i", async (from, status) => {
    const { get } = await createTestEndpoint();
    expect((await get(`/api/log?from=${from}`)).status).toBe(status);
  });

  it("has the row of one vote, by its whole commitment", async () => {
    const { store, get } = await createTestEndpoint();
    const [entry] = ballots(1, "n");
    await store.record(entry ? [entry] : []);
    const commitment = entry?.commitment ?? "";
    expect(await json(await get(`/api/log?commitment=${commitment}`))).toMatchObject([
      200,
      { revoked: false, row: { commitment } },
    ]);
    for (const other of [commitment.slice(1), `${commitment}0`, commitment.toUpperCase(), ""])
      expect((await get(`/api/log?commitment=${other}`)).status).toBe(404);
  });
});

it.each([
  [100, 100],
  [101, 100],
])("of %i practices that are asked for, %i are counted", async (asked, counted) => {
  const { get } = await createTestEndpoint();
  const query = Array.from({ length: asked }, (_, index) => `practice=p${index}`).join("&");
  const [, { counts }] = await json(await get(`/api/tally?${query}`));
  expect(Object.keys(counts)).toHaveLength(counted);
});

describe("a practice that was renamed", () => {
  const renamed = async () => {
    const endpoint = await createTestEndpoint({
      ids: ["new-name", "other", "again"],
      paper: { formerIds: { "old-name": "new-name", "older-name": "new-name", again: "other" } },
    });
    await endpoint.store.record([
      ...ballots(3, "old").map((entry) => ({ ...entry, practice: "old-name" })),
      ...ballots(2, "older").map((entry) => ({ ...entry, practice: "older-name" })),
      ...ballots(1, "again").map((entry) => ({ ...entry, practice: "again" })),
    ]);
    return endpoint;
  };

  it("keeps its votes in the counts, and the answer says which were joined", async () => {
    const { get } = await renamed();
    const all = {
      counts: { "new-name": 5, again: 1 },
      formerIds: { "old-name": "new-name", "older-name": "new-name" },
    };
    expect(await json(await get("/api/tally"))).toMatchObject([200, all]);
    for (const asked of ["new-name", "old-name"])
      expect((await (await get(`/api/tally?practice=${asked}`)).json()).counts).toEqual({ "new-name": 5 });
  });

  it("keeps them in the answer to a ballot, and to the same ballot again", async () => {
    const endpoint = await renamed();
    const ballot = await endpoint.ballot("old-name");
    expect(await (await endpoint.post("/api/nominations", ballot)).json()).toMatchObject({ count: 6 });
    expect(await (await endpoint.post("/api/nominations", ballot)).json()).toMatchObject({ count: 6 });
    endpoint.advance(21 * 60_000);
    expect(await (await endpoint.post("/api/nominations", ballot)).json()).toMatchObject({ count: 6 });
  });
});

it("counts and log of a tally are of one moment, though the store answers about its head later", async () => {
  const endpoint = await createTestEndpoint();
  const asked = endpoint.get("/api/tally");
  const [reply] = await Promise.all([asked, endpoint.vote("solar-roofs")]);
  const { counts, log } = await reply.json();
  expect(Object.values(counts).reduce((sum: number, votes) => sum + Number(votes), 0)).toBe(log.size);
});

it("a page of the log up to a size stays what it is, so that caches may keep it", async () => {
  const { store, get } = await createTestEndpoint();
  await store.record(ballots(5, "n"));
  const reply = await get("/api/log?from=2&size=4");
  expect(reply.headers.get("cache-control")).toBe("public, max-age=86400");
  const page = await reply.json();
  expect([page.rows.map((row: { sequence: number }) => row.sequence), page.next]).toEqual([[2, 3, 4], undefined]);
  const last = await get("/api/log?from=2&size=9");
  expect([last.headers.get("cache-control"), (await last.json()).rows.length]).toEqual(["public, max-age=30", 4]);
  expect((await get("/api/log?from=2&size=x")).status).toBe(400);
});
