import { permalinks } from "../../archive/permalinks.ts";
import { formatCount } from "../../core/language/format.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { IssueEntry } from "../../core/model/archive.ts";
import type { IssueId } from "../../core/model/ids.ts";
import type { Issue } from "../../core/model/issue.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output, type RenderContext, type Viewpoint } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { pdfView } from "../kit/pdf-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { resolveLinks } from "../kit/resolve-links.ts";
import { rowView } from "../kit/row-view.ts";

/** What a cover shows of an issue. */
export function issueView({ issue, practices }: IssueEntry, { context, link }: Viewpoint, language: Language) {
  return {
    id: issue.id,
    title: localize(issue.title, language),
    subtitle: localize(issue.subtitle, language),
    year: String(issue.year),
    href: link(permalinks.issue(language, issue.id)),
    total: textsOf(language, context.archive).practices(formatCount(practices.length, language)),
    motif: coverMotif({ issue, practices }, context),
  };
}

/** The years of the archive as bars, those of the issue's practices filled: a cover made of its own data. */
function coverMotif({ practices }: IssueEntry, { archive }: RenderContext) {
  const years = [...archive.editions.values()].flatMap((edition) => [...edition.years.keys()]).map(Number);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const all = [...archive.editions.values()][0];
  const chosen = new Map<number, number>();
  for (const { item } of practices) {
    const year = Number(item.date.slice(0, 4));
    chosen.set(year, (chosen.get(year) ?? 0) + 1);
  }
  const totals = Array.from(
    { length: last - first + 1 },
    (_, index) => all?.years.get(String(first + index))?.length ?? 0,
  );
  const highest = Math.max(1, ...totals);
  return totals.map((total, index) => {
    const height = Math.round((Math.min(total, highest) / highest) * 100);
    return { x: index * 10, height, y: 100 - height, chosen: chosen.has(first + index) };
  });
}

/** The book of an issue; one of several languages that is too thick is one for each. */
function bookView(issue: Issue, language: Language, viewpoint: Viewpoint) {
  const whole = pdfView(permalinks.bookPdf(language, issue), language, viewpoint);
  return whole ?? pdfView(permalinks.bookPdf(language, { ...issue, bilingual: false }), language, viewpoint);
}

/** The volumes of an issue that is too thick for one. */
function volumeViews(issue: Issue, language: Language, viewpoint: Viewpoint) {
  const pdfs: NonNullable<ReturnType<typeof pdfView>>[] = [];
  for (let number = 1; ; number++) {
    const pdf = pdfView(permalinks.volumePdf(language, issue, number), language, viewpoint);
    if (!pdf) break;
    pdfs.push(pdf);
  }
  const t = textsOf(language, viewpoint.context.archive);
  return pdfs.map((pdf, index) => ({ ...pdf, title: t.bookVolume(index + 1, pdfs.length) }));
}

/** One page per issue, with its foreword and contents. */
export const issuePages: Output = {
  kind: "issue",
  needs: "fullSite",
  traits: ["page", "indexed", "offline", "counts", "selectable"],
  under: "issues",
  plan: perEdition("issue", ({ language, issues }) =>
    [...issues.values()]
      .filter(({ practices }) => practices.length > 0)
      .map(({ issue }) => ({ permalink: permalinks.issue(language, issue.id), key: issue.id, file: issue.file })),
  ),
  render: (route, context) => {
    const { language } = route;
    const entry = editionOf(context, language).issues.get(route.key as IssueId);
    if (!entry) throw new Error(`no issue ${route.key}`);
    const link = relativeUrlFor(route, context);
    const t = textsOf(language, context.archive);
    const { issue, practices } = entry;
    const title = localize(issue.title, language);
    const intro = t.issueIntro(formatCount(practices.length, language));
    const foreword = context.forewordOf(issue.file, language);
    const description = localize(issue.subtitle, language) || intro;
    const html = foreword
      ? foreword.lead +
        foreword.sections.map((section) => `<h3>${section.title}</h3>${section.html}`).join("") +
        foreword.footnotes
      : "";
    const view = {
      ...layoutView(route, context, { title, description }),
      issue: issueView(entry, { context, link }, language),
      intro,
      pdf: bookView(issue, language, { context, link }),
      volumes: volumeViews(issue, language, { context, link }),
      foreword: resolveLinks(html, language, { context, link }),
      imprint: {
        isbn: issue.imprint?.isbn ?? "",
        issn: issue.imprint?.issn ?? "",
        editors: localize(issue.imprint?.editors, language),
        licence: localize(issue.imprint?.licence, language),
      },
      firstNumber: 1,
      rows: practices.map((practice) => rowView(practice, context, link)),
    };
    return context.templates.render("issue.njk", view);
  },
};

/** The list of issues. */
export const issueList: Output = {
  kind: "issues",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  menu: { position: 6, label: (t) => t.issuesTitle, permalink: permalinks.issues },
  plan: perEdition("issues", ({ language, issues }) =>
    [...issues.values()].some(({ practices }) => practices.length > 0)
      ? [{ permalink: permalinks.issues(language) }]
      : [],
  ),
  render: (route, context) => {
    const t = textsOf(route.language, context.archive);
    const link = relativeUrlFor(route, context);
    const issues = [...editionOf(context, route.language).issues.values()].filter(
      ({ practices }) => practices.length > 0,
    );
    const view = {
      ...layoutView(route, context, {
        title: t.issuesTitle,
        description: `${t.issuesTitle}.`,
      }),
      issues: issues.map((entry) => issueView(entry, { context, link }, route.language)),
    };
    return context.templates.render("issues.njk", view);
  },
};
