import { describe, expect, it } from "vitest";
import { locales } from "../../src/locales/locales.ts";

/** What is counted in the texts of a language, and what one and several of it are called. */
const counted = {
  bg: {
    practices: ["практика", "практики"],
    nominations: ["номинация", "номинации"],
    rows: ["ред", "реда"],
    pages: ["страница", "страници"],
    sheets: ["лист", "листа"],
    municipalities: ["община", "общини"],
    innovators: ["новатор", "новатори"],
    years: ["година", "години"],
    votes: ["глас", "гласа"],
    errors: ["грешка", "грешки"],
    warnings: ["предупреждение", "предупреждения"],
    notes: ["бележка", "бележки"],
    files: ["файл", "файла"],
  },
  en: {
    practices: ["practice", "practices"],
    nominations: ["nomination", "nominations"],
    rows: ["row", "rows"],
    pages: ["page", "pages"],
    sheets: ["sheet", "sheets"],
    municipalities: ["municipality", "municipalities"],
    innovators: ["innovator", "innovators"],
    years: ["year", "years"],
    votes: ["vote", "votes"],
    errors: ["error", "errors"],
    warnings: ["warning", "warnings"],
    notes: ["note", "notes"],
    files: ["file", "files"],
  },
} as const;

describe.each(["bg", "en"] as const)("what is counted in %s", (language) => {
  const { site, dev, cli } = locales[language];
  const { search, selection } = site;
  const { votes } = cli;
  const seconds = "1";
  it.each<[keyof (typeof counted)["bg"], string, (count: number) => string]>([
    ["practices", "practices", (count) => site.practices(`${count}`)],
    ["practices", "practicesIntro", (count) => site.practicesIntro(`${count}`)],
    ["practices", "search.found", (count) => search.found(`${count}`)],
    ["practices", "figurePractices", (count) => `${count} ${site.figurePractices(`${count}`)}`],
    ["municipalities", "figureMunicipalities", (count) => `${count} ${site.figureMunicipalities(`${count}`)}`],
    ["innovators", "figureInnovators", (count) => `${count} ${site.figureInnovators(`${count}`)}`],
    ["years", "figureYears", (count) => `${count} ${site.figureYears(`${count}`)}`],
    ["nominations", "nominationsTotal", (count) => site.nominationsTotal(`${count}`)],
    ["rows", "nominatedVerify", (count) => site.nominatedVerify(`${count}`)],
    ["pages", "sheetPdf", (count) => site.sheetPdf(count, { size: "1 MB", day: "2020" })],
    ["pages", "selection.pages", (count) => selection.pages(`${count}`)],
    ["sheets", "selection.sheets", (count) => selection.sheets(`${count}`)],
    ["pages", "dev.sides", (count) => dev.sides(count)],
    ["errors", "findings", (count) => cli.findings(count, 5)],
    ["warnings", "findings", (count) => cli.findings(5, count)],
    ["pages", "bookPrinted", (count) => cli.bookPrinted("book.pdf", count)],
    ["files", "fixed", (count) => cli.fixed(count, false)],
    ["nominations", "votes.total", (count) => votes.total(count, `${count}`, "3")],
    ["nominations", "votes.tallyAgrees", (count) => votes.tallyAgrees(count, `${count}`)],
    ["votes", "votes.revokedBefore", (count) => votes.revokedBefore(count, `${count}`)],
    ["votes", "votes.wouldRevoke", (count) => votes.wouldRevoke(count, `${count}`)],
    ["votes", "votes.revoked", (count) => votes.revoked(count, `${count}`)],
    ["rows", "votes.moved", (count) => votes.moved(count, `${count}`, "votes.db")],
    ["nominations", "votes.imported", (count) => votes.imported(count, `${count}`, "3", "old.csv")],
    ["practices", "votes.importedBefore", (count) => votes.importedBefore(count, `${count}`, "old.csv")],
    ["practices", "tallyMended", (count) => cli.tallyMended(count)],
    [
      "practices",
      "import.done",
      (count) => cli.import.done({ written: count, updated: 0, leftAlone: 5, doubts: 5, isDry: false }),
    ],
    ["sheets", "sheetsPrinted", (count) => cli.sheetsPrinted({ printed: 0, unchanged: count, seconds, folder: "pdf" })],
    ["pages", "built", (count) => cli.built({ pages: count, seconds, written: 5, unchanged: 5, removed: 5 })],
  ])("%s: %s", (name, _, say) => {
    const [one, many] = counted[language][name];
    const after = (count: number) =>
      say(count)
        .replaceAll("\u00a0", " ")
        .split(new RegExp(`\\b${count} `))[1] ?? "";
    const word = (count: number) => /^[\p{L}]+/u.exec(after(count))?.[0];
    expect([0, 1, 2, 11, 21].map((count) => word(count))).toEqual([many, one, many, many, many]);
  });

  it.each([
    [1, 0, 0, "1 error"],
    [0, 1, 0, "1 warning"],
    [0, 0, 1, "1 note"],
    [2, 2, 2, "2 errors, 2 warnings, 2 notes"],
    [0, 0, 0, ""],
  ])("findings while writing: %i, %i, %i", (errors, warnings, notes, english) => {
    const said = dev.findings(errors, warnings, notes);
    if (language === "en") expect(said).toBe(english);
    else expect(said.split(", ")).toHaveLength(english.split(", ").length);
  });
});

it("municipalities of one size are counted as a number says", () => {
  const { bg, en } = locales;
  expect(["1", "2", "21"].map((count) => en.site.sizes.placesOf(count).split(" ")[1])).toEqual([
    "municipality",
    "municipalities",
    "municipalities",
  ]);
  expect(["1", "2"].map((count) => bg.site.sizes.placesOf(count).split(" ")[1])).toEqual(["община", "общини"]);
});

it.each(["bg", "en"] as const)("files that are not named are counted from the first on, in %s", (language) => {
  const { taken } = locales[language].cli;
  const said = (more: number): string => taken({ time: "", files: "a.md", more, milliseconds: 5, errors: 0 });
  expect(said(0)).not.toMatch(/0/);
  expect(said(1).replace("1", "2")).toBe(said(2));
  expect(said(1)).not.toBe(said(0));
});
