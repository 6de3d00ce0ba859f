import { expect, it } from "vitest";
import { type Candidate, findByKey, findSame, type KnownPractice } from "../../src/import/find-known.ts";

/** Two rows of a list that have the same title. */
const twins = ["1", "4"].map((key): KnownPractice => {
  const text = `---\ntitle: Чисти дворове\ndate: 200${key}-02-12\ncost: ${key} лв.\n---\n`;
  const path = `practices/200${key}/chisti-dvorove-${key}.bg.md`;
  const judged = { value: "", rule: "field" } as const;
  const title = { value: "Чисти дворове", rule: "field" } as const;
  const imported = { path, source: "spisak.csv", key, title, date: judged, place: judged, text };
  return { id: `chisti-dvorove-${key}`, language: "bg", iid: undefined, title: title.value, path, imported };
});

const candidate = (key: string | undefined, fields: Candidate["fields"]): Candidate => ({
  language: "bg",
  iid: undefined,
  title: "Чисти дворове",
  source: "spisak.csv",
  key,
  fields: { title: "Чисти дворове", ...fields },
});

it.each([
  ["its key, though most has changed", candidate("4", { date: "2009-01-01", cost: "9 лв." }), "4"],
  ["what it says, where there is no key", candidate(undefined, { date: "2004-02-12", cost: "8 лв." }), "4"],
  ["what it says, where the list was numbered anew", candidate("4", { date: "2001-02-12", cost: "1 лв." }), "1"],
  ["its place in the archive, where nothing tells them apart", candidate(undefined, {}), "1"],
])("of two practices with one title a row is known by %s", (_, row, key) => {
  for (const known of [twins, twins.toReversed()])
    if (key !== "1" || row.key !== undefined) expect(findSame(row, known)?.imported?.key).toBe(key);
  expect(findSame(row, twins)?.imported?.key).toBe(key);
});

it.each([
  ["two of four", { date: "2001-02-12", cost: "9 лв.", lessons: "Малко." }, true],
  ["one of three", { date: "2009-01-01", cost: "9 лв." }, false],
])("a row of the same key is the same practice if at least half of it is: %s", (_, fields, isSame) => {
  expect(findByKey(candidate("1", fields), twins)?.imported?.key).toBe(isSame ? "1" : undefined);
});
