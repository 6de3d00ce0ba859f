import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { reviewSite } from "../../src/cli/check/review.ts";
import { formatPretty } from "../../src/core/diagnostics/printers.ts";
import { createTarget } from "../../src/core/target.ts";
import { locales } from "../../src/locales/locales.ts";
import { build } from "../../src/site/build.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { temporaryRoot } from "../run-praktika.ts";
import { expectGolden } from "./expect-golden.ts";
import { flawless, type Mistake, mistakes } from "./mistakes.ts";

/*
 * The page of mistakes in the demonstration content shows what the program really says. It is written by `npm run test:update`.
 */

const file = "content/practices/2018/slanchevi-pokrivi.bg.md";
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 20 15 0 30 20z"/></svg>\n';

/** The languages in which the page of mistakes is written. */
const pageLanguages = ["bg", "en"] as const;
type PageLanguage = (typeof pageLanguages)[number];

/** What `check` reports of a practice, in both languages; it stands beside one that has no fault. */
async function reportOn(text: string): Promise<Readonly<Record<PageLanguage, string>>> {
  const root = temporaryRoot("base");
  for (const [path, content] of [
    [file, text],
    ["content/media/pokriv.svg", picture],
    // Whatever a mistake links, the picture is shown somewhere.
    ["content/media/новият план.csv", "а,б\n1,2\n"],
    [
      "content/pages/pokriv.bg.md",
      "---\ntitle: Покрив\n---\n\n![Покрив](/media/pokriv.svg) [план](<media/новият план.csv>)\n",
    ],
  ] as const) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const folders = resolveFolders(root, {});
  const { diagnostics, sourceOf } = await build({
    folders,
    target: createTarget("web"),
    withDrafts: false,
    write: false,
    review: (site) => reviewSite(site, folders),
    progress: () => {},
  });
  const report = (language: PageLanguage): string =>
    diagnostics
      .map((found) => formatPretty(found, locales[language], { source: sourceOf(found.file), colour: false }))
      .join("\n\n");
  return { bg: report("bg"), en: report("en") };
}

/** The flawless practice with the mistake in it; a mistake that is not in its place would prove nothing. */
function withMistake({ wrong, right }: Mistake): { readonly wrong: string; readonly right: string } {
  const start = right.split("\n")[0] ?? "";
  const field = /^(\w+):/.exec(start)?.[1];
  const place = field
    ? new RegExp(`^${field}: .*$${right.includes("\n---") ? "\\n---\\n\\n## Предистория" : ""}`, "m")
    : start.startsWith("##")
      ? new RegExp(`^${start}$`, "m")
      : /^Общината сложи панели на покрива\.$/m;
  const put = (lines: string): string => flawless.replace(place, () => lines);
  return { wrong: put(wrong), right: put(right) };
}

describe("the practice that mistakes are put into", () => {
  it("has none", async () => {
    expect(await reportOn(flawless)).toEqual({ bg: "", en: "" });
  });
});

const reports = new Map<Mistake, Readonly<Record<PageLanguage, string>>>();

describe.each(mistakes.map((mistake) => [mistake.name.en, mistake] as const))("%s", (_, mistake) => {
  it("is reported, and is gone when it is fixed", async () => {
    const texts = withMistake(mistake);
    expect(texts.wrong).toContain(mistake.wrong);
    const report = await reportOn(texts.wrong);
    expect(report.bg).toContain("→");
    reports.set(mistake, report);
    expect(await reportOn(texts.right)).toEqual({ bg: "", en: "" });
  });
});

const words = {
  bg: {
    title: "Чести грешки",
    summary: "Как изглежда всяка, какво казва програмата и как се поправя.",
    intro:
      "Всяка грешка по-долу е показана така, както се пише, както я съобщава `praktika check` и както се поправя. Съобщенията са истински: страницата се прави от самата програма.",
    wrong: "Написано е:",
    report: "Програмата казва:",
    right: "Така е добре:",
  },
  en: {
    title: "Common mistakes",
    summary: "What each looks like, what the program says of it, and how to fix it.",
    intro:
      "Each mistake is shown as it is typed, as `praktika check` reports it, and as it is fixed. The reports are real: the program itself makes this page.",
    wrong: "Typed:",
    report: "The program says:",
    right: "As it should be:",
  },
} as const;

it.each(pageLanguages)("the page in %s shows what the program says", (language) => {
  const { title, summary, intro, wrong, report, right } = words[language];
  const block = (text: string): string => `\`\`\`\n${text.trimEnd()}\n\`\`\``;
  const parts = mistakes.map((mistake, index) =>
    [
      `## ${index + 1}. ${mistake.name[language]}`,
      wrong,
      block(mistake.wrong),
      report,
      block(reports.get(mistake)?.[language] ?? ""),
      right,
      block(mistake.right),
    ].join("\n\n"),
  );
  const text = `---\ntitle: ${title}\nsummary: ${summary}\nupdated: 2026-11-25\nfooter: false\n---\n\n${intro}\n\n${parts.join("\n\n")}\n`;
  expectGolden(text, fileURLToPath(new URL(`../../content/pages/mistakes.${language}.md`, import.meta.url)));
});
