import { expect, it } from "vitest";
import { dropMenus } from "../../src/import/menus.ts";

const menusOf = (...texts: readonly string[]): readonly string[] =>
  dropMenus(texts.map((text, index) => ({ text, line: index + 1 }))).menus.map(({ text }) => text);

it.each([
  ["several links of the site in a row", "[Начало](a.php) | [Списък](b.php)", true],
  ["a single link, which says something", "[Правилник](pravilnik.pdf)", false],
  ["links to others", "[МРРБ](https://www.mrrb.bg) | [НСОРБ](https://www.namrb.org)", false],
  ["links with words between", "[Правилник](a.pdf) и [решение](b.pdf)", false],
  ["pictures in a row", "![Мост](a.jpg) ![Чешма](b.jpg)", false],
  ["where a reader is", "Начало > Практики > Мост", true],
  ["a path of 200 letters", `Начало > ${"а".repeat(191)}`, true],
  ["a sentence of more", `Начало > ${"а".repeat(192)}`, false],
])("%s: a menu is dropped where it is one", (_, text, isMenu) => {
  expect(menusOf("Мост", text)).toEqual(isMenu ? [text] : []);
});

it("a list of links is a menu at the top of a page, not within its text", () => {
  const list = ["- [Начало](a.php)", "- [Списък](b.php)"];
  expect(menusOf("", ...list, "Мост")).toEqual(list);
  expect(menusOf("Мост", ...list)).toEqual([]);
});
