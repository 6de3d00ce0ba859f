import { type ImportRecord, judgedParts, sortBySureness, surenessOf } from "../import/import-record.ts";
import { readRecords } from "../import/read-records.ts";
import { locales } from "../locales/locales.ts";
import { escapeHtml } from "../template/escape-html.ts";
import { devPage, devPath } from "./dev-pages.ts";
import { editorLink, type FindingsSource } from "./findings-html.ts";
import type { LiveSite } from "./live-site.ts";

/** An imported practice that is still there. */
export interface ImportedPractice extends ImportRecord {
  /** As findings name it. */
  readonly file: string;
  readonly permalink: string | undefined;
  /** It is no longer as it was imported. */
  readonly isEdited: boolean;
}

/** Lists the imported practices of a site: those that nobody has edited first, and of them the least sure. */
export function listImported(site: LiveSite): readonly ImportedPractice[] {
  const { state, content } = site.places;
  const practices = readRecords(state).flatMap((record) => {
    const file = `${content.name}/${record.path}`;
    const text = site.sourceOf(file);
    return text === undefined
      ? []
      : [{ ...record, file, permalink: site.permalinkOf(file), isEdited: text !== record.text }];
  });
  return sortBySureness(practices).toSorted((a, b) => Number(a.isEdited) - Number(b.isEdited));
}

/** The way to the page of imported practices, with how many nobody has looked at; "" where nothing was imported. */
export function linkToImported(practices: readonly ImportedPractice[], { language }: FindingsSource): string {
  if (practices.length === 0) return "";
  const { title, left } = locales[language].cli.import.report;
  return `<p><a href="${devPath}/import">${title}</a> ${left(practices.filter(({ isEdited }) => !isEdited).length, practices.length)}</p>`;
}

/** A table to go through them: title, date and place, each with where it was taken from, and the way to page and file. */
export function importedPage(practices: readonly ImportedPractice[], source: FindingsSource): string {
  const { report } = locales[source.language].cli.import;
  const { columns } = report;
  const unedited = practices.filter(({ isEdited }) => !isEdited).length;
  const head = [columns.title, columns.date, columns.place, columns.source].map(
    (name) => `<th scope="col">${name}</th>`,
  );
  return devPage(
    report.title,
    `<main class="praktika-wide"><p><a href="${devPath}/">${source.texts.allFindings}</a></p><h1>${report.title}</h1>
<p class="praktika-count">${report.left(unedited, practices.length)}</p><p>${report.intro}</p>
<table class="praktika-imported"><thead><tr>${head.join("")}</tr></thead>
<tbody>${practices.map((practice) => rowOf(practice, source)).join("\n")}</tbody></table></main>`,
    source,
  );
}

function rowOf(practice: ImportedPractice, source: FindingsSource): string {
  const { rules, edited } = locales[source.language].cli.import.report;
  const { file, permalink, isEdited } = practice;
  const cells = judgedParts.map((part) => {
    const { value, rule } = practice[part];
    const shown = escapeHtml(value || "–");
    const linked = part === "title" && permalink ? `<a href="${escapeHtml(permalink)}">${shown}</a>` : shown;
    return `<td class="praktika-sure-${surenessOf[rule]}">${linked}<br><small>${escapeHtml(rules[rule])}</small></td>`;
  });
  const edit = editorLink({ file, line: 1, column: 1 }, source.texts.openText, source);
  return `<tr${isEdited ? ' class="praktika-edited"' : ""}>${cells.join("")}<td>${escapeHtml(practice.source)}<br>${edit}${isEdited ? ` <small>${edited}</small>` : ""}</td></tr>`;
}
