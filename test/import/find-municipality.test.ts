import { expect, it } from "vitest";
import { createMunicipalityFinder } from "../../src/import/find-municipality.ts";
import { readDefaultPlaces } from "../../src/read/read-places.ts";

const find = createMunicipalityFinder(readDefaultPlaces().places);

it.each([
  ["Община Русе", "Русе"],
  ["Община „Стралджа“, Ямбол", "Стралджа"],
  ["Bourgas Municipality", "Бургас"],
  ["Municipality of Straldja", "Стралджа"],
  ["Kjustendil", "Кюстендил"],
  ["гр. Стралджа, 8680", "Стралджа"],
  ["Стралджа 8680", "Стралджа"],
  ["с. Ситово", "Ситово"],
])("%s means %s", (text, name) => {
  expect(find(text)).toBe(name);
});

it.each([
  // Two municipalities have this name.
  "Община Бяла",
  "Byala Municipality",
  "Община",
  "Фондация за реформа",
  "",
])("%j means none that is certain", (text) => {
  expect(find(text)).toBeUndefined();
});
