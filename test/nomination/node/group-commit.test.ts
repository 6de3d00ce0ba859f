import { describe, expect, it } from "vitest";
import { GroupCommit } from "../../../src/nomination/node/group-commit.ts";
import type { Recorded, StoreEntry } from "../../../src/nomination/store.ts";
import { ballots } from "../stores/ballots.ts";

/** A store that notes the sizes of groups, and fails as it is told. */
function storeThat(fail: (entries: readonly StoreEntry[]) => unknown = () => undefined) {
  const sizes: number[] = [];
  const record = async (entries: readonly StoreEntry[]): Promise<readonly Recorded[]> => {
    sizes.push(entries.length);
    const error = fail(entries);
    if (error) throw error;
    return entries.map((_, index) => ({ outcome: "counted", sequence: index + 1, count: 1 }));
  };
  const commits = new GroupCommit({ record });
  const send = (count: number) => Promise.allSettled(ballots(count, "n").map((entry) => commits.record(entry)));
  return { sizes, send };
}

describe("entries that wait at the same time", () => {
  it.each([
    [1, [1]],
    [256, [256]],
    [257, [256, 1]],
    [600, [256, 256, 88]],
  ])("share commits of at most 256: %i", async (count, groups) => {
    const { sizes, send } = storeThat();
    const results = await send(count);
    expect(sizes).toEqual(groups);
    expect(results.every(({ status }) => status === "fulfilled")).toBe(true);
  });

  it("are each answered with what became of it", async () => {
    const results = await storeThat().send(3);
    expect(results.map((result) => result.status === "fulfilled" && result.value)).toMatchObject([
      { sequence: 1 },
      { sequence: 2 },
      { sequence: 3 },
    ]);
  });

  it.each([
    ["a broken rule of SQLite", { errcode: 19 }],
    ["one of its kinds", { errcode: 19 | (6 << 8) }],
    ["a broken rule of PostgreSQL", { code: "23505" }],
    ["data that PostgreSQL refuses", { code: "22001" }],
  ])("are tried one by one where one of them fails by %s", async (_, fault) => {
    const bad = ballots(3, "n")[1];
    const fails = (entries: readonly StoreEntry[]) =>
      entries.some(({ commitment }) => commitment === bad?.commitment) && Object.assign(new Error("bad"), fault);
    const { sizes, send } = storeThat(fails);
    expect((await send(3)).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(sizes).toEqual([3, 1, 1, 1]);
  });

  it.each([
    ["a full disk", { errcode: 13 }],
    ["a lost server", { code: "57P01" }],
    ["anything else", {}],
  ])("fail together where the store does: %s", async (_, fault) => {
    const { sizes, send } = storeThat(() => Object.assign(new Error("down"), fault));
    expect((await send(3)).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(sizes).toEqual([3]);
  });
});
