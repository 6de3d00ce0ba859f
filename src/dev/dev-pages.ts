import type { Diagnostic } from "../core/diagnostics/finding.ts";
import { severityOf } from "../core/diagnostics/severity.ts";
import type { Language } from "../core/language/language.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { Route } from "../core/model/route.ts";
import type { Paper } from "../core/model/site.ts";
import { escapeHtml } from "../template/escape-html.ts";
import type { Desk, DeskText } from "./desk.ts";
import { countFindings, editorLink, type FindingsSource, findingsList } from "./findings-html.ts";

/** Address of the development server's own files; no page of a site begins so. */
export const devPath = "/__praktika";

/** Additions to a page of the site. */
export interface PageAdditions {
  readonly diagnostics: readonly Diagnostic[];
  readonly source: FindingsSource;
  /** Address of the page. */
  readonly permalink: Permalink;
  /** The text that it is made from, if it is one. */
  readonly file: string | undefined;
  readonly isPrinted: boolean;
  readonly isDraft: boolean;
  /** True: the page goes to the practice that is saved. */
  readonly follows: boolean;
}

/** Adds the server's script and the findings of the page. */
export function addToPage(html: string, additions: PageAdditions): string {
  const head = `<link rel="stylesheet" href="${devPath}/style.css">\n${scriptTag(additions.follows)}`;
  return html
    .replace("</head>", () => `${head}\n</head>`)
    .replace(/<\/body>\s*<\/html>\s*$/, (end) => panel(additions) + end);
}

function scriptTag(follows: boolean): string {
  return `<script src="${devPath}/page.js" defer ${noTag}${follows ? " data-follows" : ""}></script>`;
}

const noTag = 'data-tag=""';

/** Writes the tag of a page into it, so that its script can ask later whether the page has changed. */
export function tagPage(html: string, tag: string): string {
  return html.replace(noTag, () => `data-tag="${tag}"`);
}

/** The findings of a page: open if one is an error, else behind a button. Works without script. */
function panel({ diagnostics, source, permalink, file, isPrinted, isDraft }: PageAdditions): string {
  const { language, texts } = source;
  const isWrong = diagnostics.some((diagnostic) => severityOf(diagnostic) === "error");
  const count = countFindings(diagnostics, texts);
  const links = [
    file === undefined ? "" : editorLink({ file, line: 1, column: 1 }, texts.openText, source),
    isPrinted ? `<a href="${devPath}/sheet?path=${encodeURIComponent(permalink)}">${texts.sheet}</a>` : "",
    `<a href="${devPath}/">${texts.allFindings}</a>`,
  ];
  return [
    `<div class="praktika-dev" lang="${language}" role="region" aria-label="Praktika">`,
    isDraft ? `<p class="praktika-draft">${texts.draft}</p>` : "",
    `<details class="praktika-panel${isWrong ? " praktika-wrong" : ""}"${isWrong ? " open" : ""}>`,
    `<summary>${escapeHtml(count || texts.noFindings)}</summary>`,
    `<nav>${links.filter(Boolean).join("")}</nav>`,
    isWrong ? `<p class="praktika-note">${texts.lastGood}</p>` : "",
    diagnostics.length > 0 ? findingsList(diagnostics, source) : "",
    "</details></div>\n",
  ].join("");
}

/** A page of the server itself, with the script that reloads it. */
export function devPage(title: string, body: string, { language }: FindingsSource): string {
  return documentOf(title, body, { language, script: scriptTag(false) });
}

function documentOf(
  title: string,
  body: string,
  { language, script }: { readonly language: Language; readonly script: string },
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${escapeHtml(title)} – Praktika</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${devPath}/style.css">
  ${script}
</head>
<body class="praktika-own">
${body}
</body>
</html>
`;
}

/** Stands in for a page that cannot be shown, and lists the reasons. */
export function brokenPage(diagnostics: readonly Diagnostic[], source: FindingsSource): string {
  const { texts } = source;
  return devPage(
    texts.cannotShow,
    `<main><h1>${texts.cannotShow}</h1><p>${texts.cannotShowHint}</p>${findingsList(diagnostics, source)}
<p><a href="${devPath}/">${texts.allFindings}</a></p></main>`,
    source,
  );
}

/** Drafts, what was saved today, and all findings, file by file. @param imported the way to what was imported, as HTML */
export function overviewPage(
  {
    diagnostics,
    desk,
    imported,
  }: { readonly diagnostics: readonly Diagnostic[]; readonly desk: Desk; readonly imported: string },
  permalinkOf: (file: string) => Permalink | undefined,
  source: FindingsSource,
): string {
  const { texts } = source;
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  const sections = files.map((file) => {
    const permalink = permalinkOf(file);
    const link = permalink ? ` <a href="${escapeHtml(permalink)}">${texts.openPage}</a>` : "";
    const own = diagnostics.filter((diagnostic) => diagnostic.file === file);
    return `<section><h2>${escapeHtml(file)}</h2>${link}${findingsList(own, source)}</section>`;
  });
  const count = countFindings(diagnostics, texts);
  return devPage(
    count || texts.allFindings,
    `<main><p><a href="/">${texts.toSite}</a></p><h1>${texts.allFindings}</h1>
<p class="praktika-count">${escapeHtml(count || texts.allFine)}</p>
${imported}${deskList(texts.today, desk.today, source)}${deskList(texts.drafts, desk.drafts, source)}${sections.join("")}</main>`,
    source,
  );
}

/** Texts an editor has in hand, each with the way to its page and to its file. */
function deskList(heading: string, texts: readonly DeskText[], source: FindingsSource): string {
  if (texts.length === 0) return "";
  const items = texts.map(({ title, file, permalink = "" }) => {
    const edit = editorLink({ file, line: 1, column: 1 }, source.texts.openText, source);
    return `<li><a href="${escapeHtml(permalink)}">${escapeHtml(title)}</a> ${edit}</li>`;
  });
  return `<section><h2>${escapeHtml(heading)}</h2><ul class="praktika-desk">${items.join("")}</ul></section>`;
}

/** A page beside its sheets of paper. @param title of the page */
export function sheetPage(
  title: string,
  { route, paper }: { readonly route: Pick<Route, "permalink">; readonly paper: Paper },
  source: FindingsSource,
): string {
  const { texts } = source;
  const { permalink } = route;
  const address = `path=${encodeURIComponent(permalink)}`;
  const choice = (["a4", "letter"] as const).map((name) => {
    const label = name === "a4" ? "A4" : "Letter";
    const current = name === paper ? ' aria-current="true"' : "";
    return `<a href="${devPath}/sheet?${address}&amp;paper=${name}"${current}>${label}</a>`;
  });
  return documentOf(
    texts.sheetTitle(title),
    `<div class="praktika-sheet">
<header><h1>${escapeHtml(texts.sheetTitle(title))}</h1>
<nav aria-label="${texts.paper}">${choice.join("")}</nav>
<p><a href="${escapeHtml(permalink)}">${texts.openPage}</a> <a href="${devPath}/sheet.pdf?${address}&amp;paper=${paper}">PDF</a></p>
<p id="state" role="status">${texts.printing}</p></header>
<iframe src="${escapeHtml(permalink)}" title="${escapeHtml(title)}"></iframe>
<main id="paper" data-drawing="${devPath}/sheet.svg?${address}&amp;paper=${paper}" data-sides="${escapeHtml(JSON.stringify([texts.sides(1), texts.sides(2)]))}"></main>
</div>`,
    { language: source.language, script: `<script src="${devPath}/sheet.js" type="module"></script>` },
  );
}
