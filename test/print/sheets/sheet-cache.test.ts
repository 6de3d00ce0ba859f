import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Sheet } from "../../../src/print/sheets/plan-sheets.ts";
import { openSheetCache } from "../../../src/print/sheets/sheet-cache.ts";
import { temporaryRoot } from "../../run-praktika.ts";

const sheet = (changes: Partial<Pick<Sheet, "name" | "paper" | "key">> = {}): Sheet => ({
  ...({ pictures: [], source: "" } as unknown as Sheet),
  name: "bg/practices/most",
  paper: "a4",
  key: "1".repeat(64),
  ...changes,
});
const pdf = (text: string) => new TextEncoder().encode(text);

it("a printed sheet is found again by its key, in another run as well", () => {
  const folder = temporaryRoot();
  const file = openSheetCache(folder).store(sheet(), pdf("one"));
  expect(readFileSync(file, "utf8")).toBe("one");
  const later = openSheetCache(folder);
  expect(later.find(sheet())).toBe(file);
  // 24 digits of the key are in the name.
  expect(later.find(sheet({ key: `${"1".repeat(24)}${"2".repeat(40)}` }))).toBe(file);
  expect(later.find(sheet({ key: `${"1".repeat(23)}${"2".repeat(41)}` }))).toBeUndefined();
  expect(later.find(sheet({ paper: "letter" }))).toBeUndefined();
  expect(later.find(sheet({ name: "en/practices/most" }))).toBeUndefined();
});

it("a new version takes the place of the last one of its paper, and of no other sheet", () => {
  const folder = temporaryRoot();
  const cache = openSheetCache(folder);
  const others = [
    sheet({ paper: "letter" }),
    sheet({ name: "bg/practices/most-2" }),
    sheet({ name: "bg/practices/mos" }),
  ];
  for (const other of [sheet(), ...others]) cache.store(other, pdf("old"));
  cache.store(sheet({ key: "2".repeat(64) }), pdf("new"));
  expect(cache.find(sheet())).toBeUndefined();
  for (const other of others) expect(cache.find(other)).toBeDefined();
  expect(readdirSync(join(folder, "bg/practices"))).toHaveLength(4);
});
