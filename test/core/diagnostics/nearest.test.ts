import { expect, it } from "vitest";
import { nearestName } from "../../../src/core/diagnostics/nearest.ts";

const fields = ["title", "innovator", "date", "themes", "municipality", "adoptedBy", "adoptedFrom"];

it.each([
  ["titel", "title"],
  ["tittle", "title"],
  ["inovator", "innovator"],
  ["theme", "themes"],
  ["Municipalty", "municipality"],
  ["adoptedby", "adoptedBy"],
  ["DATE", "date"],
])("%s most likely means %s", (wrong, meant) => {
  expect(nearestName(wrong, fields)).toBe(meant);
});

it.each(["author", "xyz", "", "заглавие"])("%j means none of the known names", (wrong) => {
  expect(nearestName(wrong, fields)).toBeUndefined();
});

it("the closest of several is taken, not the first", () => {
  expect(nearestName("adoptedFro", ["adoptedBy", "adoptedForm", "adoptedFrom"])).toBe("adoptedFrom");
});

it("Bulgarian names have near ones too", () => {
  expect(nearestName("Слвен", ["Силистра", "Сливен"])).toBe("Сливен");
});

it.each([
  ["one letter of three", "dat", "dam", true],
  ["two letters of three", "dat", "dim", false],
  ["two letters of four", "date", "damo", true],
  ["three letters of four", "date", "dims", false],
  ["three letters of nine", "innovator", "innovxxxr", true],
  ["four letters of nine", "innovator", "innoxxxxr", false],
  ["four letters of twelve", "municipality", "municixxxxty", true],
  ["five letters of twelve", "municipality", "municxxxxxty", false],
])("with %s wrong: %s and %s, %s", (_, meant, wrong, isNear) => {
  expect(nearestName(wrong, [meant])).toBe(isNear ? meant : undefined);
});

it("of two as close, the one with the same first letter is meant, whichever comes first", () => {
  expect(nearestName("bate", ["date", "bite"])).toBe("bite");
  expect(nearestName("bate", ["bite", "date"])).toBe("bite");
});
