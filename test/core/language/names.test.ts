import { expect, it } from "vitest";
import { firstLookAlike } from "../../../src/core/language/alphabets.ts";
import { findName, nameKey } from "../../../src/core/language/names.ts";

it.each([
  ["ЕНЕРГИЯ", "Енергия"],
  ["ОБЩИНА БЕЛЕНЕ", "Община Белене"],
  ["еnergy", "energy"],
  ["CЛИВEН", "Сливен"],
  ["околна\u00a0среда", "Околна среда"],
])("%s is the same name as %s", (written, name) => {
  expect(nameKey(written)).toBe(nameKey(name));
  expect(findName(written, [name, "Друго"])).toBe(name);
});

it.each([
  ["вода", "водач"],
  ["Ром", "Роман"],
  ["energy", "Енергия"],
])("%s and %s are two names", (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

it("a letter is called a look-alike only between two spellings of one name", () => {
  expect(firstLookAlike("Cливен", "Сливен")).toEqual({ written: "C", meant: "С" });
  expect(firstLookAlike("Енергия", "energy")).toBeUndefined();
  expect(firstLookAlike("ЕНЕРГИЯ", "Енергия")).toBeUndefined();
});
