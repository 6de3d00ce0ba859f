import { expect, it } from "vitest";
import { fitTables } from "../../../src/pages/kit/fit-tables.ts";

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n")}</table>`;
const classesOf = (html: string): string | undefined => /^<table class="([^"]*)"/.exec(fitTables(html))?.[1];
const letters = (count: number): string => "а".repeat(count);

it("leaves a text without a wide table as it is, however long the texts of its cells are", () => {
  for (const html of ["<p>Текст</p>", table(["Година", "Обем"]), table([letters(20), "много думи ".repeat(99)])])
    expect(fitTables(html)).toBe(html);
});

it("breaks long words of a wide table into pieces, and nothing else", () => {
  const address = `https://example.org/${"a".repeat(60)}`;
  const html = fitTables(table(["Решение", `<a href="${address}">${address}</a> и текст`]));
  expect(html).toMatch(/^<table class="wide-table">/);
  expect(html).toContain(`<td>Решение</td>`);
  expect(html).toContain(`href="${address}"`);
  expect(html).toContain("https://e<wbr>xample.or<wbr>g/aaa");
  expect(html.replaceAll("<wbr>", "")).toContain(`>${address}</a> и текст</td>`);
});

it("never breaks a character that is written as an entity", () => {
  const html = fitTables(table([`${letters(8)}&amp;${letters(8)}&quot;${letters(60)}`]));
  expect(html).toContain(`${letters(8)}&amp;<wbr>${letters(8)}&quot;<wbr>`);
});

it("sets so many columns evenly that even pieces of words would be too wide", () => {
  expect(classesOf(table(Array.from({ length: 9 }, () => letters(12))))).toBe("wide-table even-columns");
  expect(classesOf(table(Array.from({ length: 5 }, () => letters(15))))).toBe("wide-table");
  expect(classesOf(table(Array.from({ length: 6 }, () => letters(6))))).toBeUndefined();
});

it("counts the longest word of each column, whichever row it is in, and dashes and spaces divide words", () => {
  expect(classesOf(table([letters(40), "а"], ["а", letters(40)]))).toBe("wide-table");
  expect(classesOf(table([letters(40), "а"], [letters(40), "а"]))).toBeUndefined();
  expect(classesOf(table([Array.from({ length: 9 }, () => letters(9)).join("–")]))).toBeUndefined();
  expect(classesOf(table([Array.from({ length: 9 }, () => letters(9)).join("\u00a0")]))).toBe("wide-table");
});

it("knows cells that span columns or rows", () => {
  const wide = letters(40);
  const below = `<table><tr><td rowspan="2">${wide}</td><td>а</td></tr><tr><td>${wide}</td></tr></table>`;
  expect(classesOf(below)).toBe("wide-table");
  const across = `<table><tr><td colspan="2">${letters(60)}</td></tr><tr><td>а</td><td>а</td></tr></table>`;
  expect(classesOf(across)).toBeUndefined();
});

it("adds to the classes that a table written as HTML has", () => {
  expect(fitTables(`<table class="own"><tr><td>${letters(80)}</td></tr></table>`)).toMatch(
    /^<table class="wide-table own">/,
  );
});

// Work that grows with the square of the text would take hours here, and the time limit of the test would see it.
it("comes to an end with texts that are made to keep it busy", () => {
  fitTables(`<table>${"<td>".repeat(100_000)}${"<tr>&#".repeat(100_000)}</table>`);
  for (const part of ["<table", "<table>", "<table></table>", "<td>", "&", "<", "а&amp;"]) {
    fitTables(`<table><tr><td>${part.repeat(100_000)}</td></tr></table>`);
  }
});
