import { describe, expect, it } from "vitest";
import { checkLog } from "../../../src/cli/votes/verify-log.ts";
import type { VotesContext } from "../../../src/cli/votes/votes-context.ts";
import { locales } from "../../../src/locales/locales.ts";
import { sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import { chain, emptyHead } from "../../../src/nomination/vote-log.ts";

const context = { language: "en", texts: locales.en.cli } as VotesContext;
const entries = Array.from({ length: 20 }, (_, index) => ({
  day: "2026-11-24",
  practice: `p${String(index).padStart(2, "0")}`,
  kind: "vote" as const,
  amount: 1,
  commitment: `c${index}`,
}));
const rows = chain(entries, emptyHead, sha256Hex);

/** The tally of the first rows, with so many counts that are wrong. */
function tally(size: number, wrong = 0) {
  const counts = Object.fromEntries(
    entries.slice(0, size).map(({ practice }, index) => [practice, index < wrong ? 2 : 1]),
  );
  return {
    counts,
    log: { size, root: size === 0 ? emptyHead.root : (rows[size - 1]?.hash ?? "") },
    asOf: "2026-11-24T12:00:00Z",
  };
}
const check = (published: ReturnType<typeof tally>) =>
  checkLog({ name: "log", rows, tally: undefined }, published, context).slice(1);

describe("what was published", () => {
  it.each([
    [1, 1],
    [9, 9],
    [10, 10],
    [11, 10],
    [20, 10],
  ])("with %i counts that differ: %i of them are named, the first by name", (wrong, named) => {
    const checks = check(tally(20, wrong));
    expect(checks.every(({ holds }) => !holds)).toBe(true);
    expect(checks.map(({ text }) => /p\d\d/.exec(text)?.[0])).toEqual(
      entries.slice(0, named).map(({ practice }) => practice),
    );
  });

  it.each([0, 1, 19, 20])("of the first %i rows agrees", (size) => {
    expect(check(tally(size)).map(({ holds }) => holds)).toEqual([true]);
  });

  it("of one row more than there is says that the log was cut off", () => {
    const [one] = check({ ...tally(20), log: { size: 21, root: rows[19]?.hash ?? "" } });
    expect(one?.holds).toBe(false);
    expect(one?.text).toContain("21");
  });

  it("of another log says that it was written anew", () => {
    const [one] = check({ ...tally(20), log: { size: 19, root: rows[19]?.hash ?? "" } });
    expect(one?.holds).toBe(false);
    expect(one?.text).not.toBe(check({ ...tally(20), log: { size: 21, root: "" } })[0]?.text);
  });
});

it("a row that was altered ends the report: what follows would prove nothing", () => {
  const altered = rows.map((row, index) => (index === 4 ? { ...row, practice: "x" } : row));
  const checks = checkLog({ name: "log", rows: altered, tally: tally(20) }, tally(20), context);
  expect(checks.map(({ holds }) => holds)).toEqual([false]);
  expect(checks[0]?.text).toContain("5");
});
