import { expect, it } from "vitest";
import { groupInnovators } from "../../src/archive/innovators.ts";
import { entry } from "../builders.ts";

it("innovators stand in dictionary order, each with its practices", () => {
  const practices = [
    entry({ id: "a", innovator: "Община Ямбол" }),
    entry({ id: "b", innovator: "Община Айтос" }),
    entry({ id: "c", innovator: "Община Ямбол" }),
  ];
  const { innovators } = groupInnovators(practices, "bg");
  expect([...innovators.values()].map(({ name, practices }) => [name, practices.map(({ item }) => item.id)])).toEqual([
    ["Община Айтос", ["b"]],
    ["Община Ямбол", ["a", "c"]],
  ]);
});

it("names that differ only in capital letters are one innovator, found under either", () => {
  const { innovators, slugs } = groupInnovators(
    [entry({ id: "a", innovator: "Община Сливен" }), entry({ id: "b", innovator: "ОБЩИНА СЛИВЕН" })],
    "bg",
  );
  expect([...innovators.keys()]).toEqual(["obshtina-sliven"]);
  expect([...slugs]).toEqual([
    ["Община Сливен", "obshtina-sliven"],
    ["ОБЩИНА СЛИВЕН", "obshtina-sliven"],
  ]);
});

it("names that would share an address get different ones", () => {
  const { innovators, slugs } = groupInnovators(
    [
      entry({ id: "a", innovator: "Читалище „Зора“" }),
      entry({ id: "b", innovator: "Читалище Зора" }),
      entry({ id: "c", innovator: "„…“" }),
    ],
    "bg",
  );
  expect(new Set(slugs.values()).size).toBe(3);
  expect([...innovators.keys()].sort()).toEqual(["chitalishte-zora", "chitalishte-zora-2", "innovator"]);
});

it("a practice whose innovator is not stated belongs to nobody", () => {
  expect(groupInnovators([entry({ id: "a", innovator: undefined })], "bg").innovators.size).toBe(0);
});
