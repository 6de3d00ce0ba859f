import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { parseCalendarDay } from "../../core/language/calendar-day.ts";
import { formatCount, formatDay, formatDecimal } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import type { VotesTexts } from "../../locales/types/votes.ts";
import { type Audit, burstLimits } from "./audit.ts";
import type { Check } from "./verify-log.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface AuditReport {
  readonly name: string;
  /** When it was made, for people. */
  readonly made: string;
  readonly checks: readonly Check[];
  readonly audit: Audit;
}

const styles = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 "Source Sans 3", system-ui, sans-serif; color: #1d1d1b; background: #fdfcf9; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.15rem; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: lining-nums tabular-nums; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid #ccc9c0; text-align: left; vertical-align: top; }
th.number, td.number { text-align: right; white-space: nowrap; }
td.bar { width: 40%; vertical-align: middle; }
td.bar svg { display: block; width: 100%; height: 0.8rem; }
rect { fill: #1f4d3a; }
.verdict { padding: 0; list-style: none; }
.verdict li { padding: 0.4rem 0.75rem; border-left: 4px solid #1f4d3a; overflow-wrap: anywhere; }
.verdict li.broken { border-color: #a3341c; font-weight: 600; }
.quiet { color: #5a5a52; }
@media print {
  @page { margin: 18mm 16mm; }
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; background: none; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  h2 { break-after: avoid; }
}`;

/** The audit as a page of its own: no script, nothing from elsewhere. */
export async function auditPage(report: AuditReport, language: Language, texts: VotesTexts): Promise<string> {
  const { name, made, checks, audit } = report;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${texts.auditTitle}</title>
<style>${raw(styles)}</style>
</head>
<body>
<main>
<h1>${texts.auditTitle}</h1>
<p class="quiet">${name} · ${made}</p>
<ul class="verdict">
${checks.map(({ holds, text }) => html`<li${holds ? "" : html` class="broken"`}>${holds ? "✓" : "✗"} ${text}</li>\n`)}</ul>
${checks.every(({ holds }) => holds) ? html`<p>${texts.proves} ${texts.notCompared}</p>` : ""}
<p>${totalsText(audit, language, texts)}</p>
${burstsTable(audit, language, texts)}
${daysTable(audit, language, texts)}
</main>
</body>
</html>
`;
  return String(await page);
}

export function totalsText({ totals }: Audit, language: Language, texts: VotesTexts): string {
  const count = (value: number): string => formatCount(value, language);
  return texts.auditTotals(count(totals.votes), count(totals.revoked), count(totals.imported));
}

function burstsTable({ bursts }: Audit, language: Language, texts: VotesTexts): Html {
  const count = (value: number): string => formatCount(value, language);
  const columns = texts.auditColumns;
  const table = html`<table>
<thead><tr><th scope="col">${columns.day}</th><th scope="col">${columns.practice}</th><th scope="col" class="number">${columns.votes}</th><th scope="col" class="number">${columns.usual}</th><th scope="col" class="number">${columns.revokedSince}</th></tr></thead>
<tbody>
${bursts.map(({ day, practice, votes, usual, revoked }) => html`<tr><td>${shownDay(day, language)}</td><td>${practice}</td><td class="number">${count(votes)}</td><td class="number">${formatUsual(usual, language)}</td><td class="number">${count(revoked)}</td></tr>\n`)}</tbody>
</table>`;
  return html`<h2>${texts.burstsTitle}</h2>
<p class="quiet">${texts.burstsRule(burstLimits)}</p>
${bursts.length === 0 ? html`<p>${texts.noBursts}</p>` : table}`;
}

function daysTable({ days }: Audit, language: Language, texts: VotesTexts): Html {
  const count = (value: number): string => (value === 0 ? "" : formatCount(value, language));
  const columns = texts.auditColumns;
  const maxVotes = Math.max(1, ...days.map(({ votes }) => votes));
  const bar = (votes: number): Html =>
    html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${((votes / maxVotes) * 100).toFixed(1)}" height="10"/></svg>`;
  return html`<h2>${texts.daysTitle}</h2>
<table>
<thead><tr><th scope="col">${columns.day}</th><th scope="col" class="number">${columns.votes}</th><td></td><th scope="col" class="number">${columns.revoked}</th><th scope="col" class="number">${columns.imported}</th></tr></thead>
<tbody>
${days.map(({ day, votes, revoked, imported }) => html`<tr><td>${shownDay(day, language)}</td><td class="number">${count(votes)}</td><td class="bar">${bar(votes)}</td><td class="number">${count(revoked)}</td><td class="number">${count(imported)}</td></tr>\n`)}</tbody>
</table>`;
}

/** Days of a log that nobody has verified may be anything. */
export function shownDay(day: string, language: Language): string {
  const known = parseCalendarDay(day);
  return known ? formatDay(known, language) : day;
}

/** A median may end in a half. */
export function formatUsual(usual: number, language: Language): string {
  return formatDecimal(usual, Number.isInteger(usual) ? 0 : 1, language);
}
