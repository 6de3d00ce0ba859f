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
