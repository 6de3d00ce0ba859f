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
