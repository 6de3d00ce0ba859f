import { codeFrame } from "../core/diagnostics/code-frame.ts";
import { describe } from "../core/diagnostics/describe.ts";
import type { Diagnostic } from "../core/diagnostics/finding.ts";
import { severityOf } from "../core/diagnostics/severity.ts";
import type { FindingTexts } from "../core/diagnostics/texts.ts";
import type { Language } from "../core/language/language.ts";
import type { DevTexts } from "../locales/types/dev.ts";
import { escapeHtml } from "../template/escape-html.ts";

/** Language, texts and sources for showing findings. */
export interface FindingsSource {
  readonly language: Language;
  readonly texts: DevTexts;
  readonly findingTexts: FindingTexts;
  readonly sourceOf: (file: string) => string | undefined;
  /** Where the file lies on this machine; undefined if no editor can open it. */
  readonly pathOf: (file: string) => string | undefined;
}

/** Counts findings by severity: “2 errors, 1 warning”. */
export function countFindings(diagnostics: readonly Diagnostic[], texts: DevTexts): string {
  const count = (severity: string): number => diagnostics.filter((one) => severityOf(one) === severity).length;
  return texts.findings(count("error"), count("warning"), count("info"));
}

/** Findings as a list, each with its place, the lines concerned and a hint. */
export function findingsList(diagnostics: readonly Diagnostic[], source: FindingsSource): string {
  const sources = new Map<string, string | undefined>();
  const textOf = (file: string): string | undefined => {
    if (!sources.has(file)) sources.set(file, source.sourceOf(file));
    return sources.get(file);
  };
  const items = diagnostics.map((diagnostic) => findingItem(diagnostic, source, textOf(diagnostic.file)));
  return `<ol class="praktika-findings">${items.join("")}</ol>`;
}

function findingItem(diagnostic: Diagnostic, source: FindingsSource, text: string | undefined): string {
  const { findingTexts } = source;
  const { message, hint } = describe(diagnostic, findingTexts.diagnostics);
  const { line, column, length, code } = diagnostic;
  const severity = severityOf(diagnostic);
  const frame = diagnostic.location && text !== undefined ? codeFrame(text, { line, column, length }) : [];
  const lines = frame.flatMap(({ number, text: shown }, index) => {
    if (number === undefined) return [];
    const marker = frame[index + 1];
    const wrong = marker && marker.number === undefined ? marker.text : "";
    return [`<span><b>${number}</b>${mark(shown, wrong)}</span>`];
  });
  return [
    `<li class="praktika-finding praktika-${severity}">`,
    `<p class="praktika-message"><strong>${findingTexts.severities[severity]}</strong> ${escapeHtml(message)}</p>`,
    `<p class="praktika-place">${placeOf(diagnostic, source)} <span>${code}</span></p>`,
    lines.length > 0 ? `<pre class="praktika-frame">${lines.join("")}</pre>` : "",
    `<p class="praktika-hint">${escapeHtml(hint)}</p>`,
    "</li>",
  ].join("");
}

/** The place of a finding, as a link that opens it in an editor. */
function placeOf({ file, line, column }: Diagnostic, source: FindingsSource): string {
  const place = `${file}:${line}:${column}`;
  return editorLink({ file, line, column }, place, source) || escapeHtml(place);
}

/**
 * A link that opens a place in the editor: a script asks the server to (src/dev/browser/open-places.ts); without it, or where the
 * server knows no editor, in VS Code. "" if no editor can open the file.
 */
export function editorLink(
  { file, line, column }: Pick<Diagnostic, "file" | "line" | "column">,
  label: string,
  { pathOf }: Pick<FindingsSource, "pathOf">,
): string {
  const path = pathOf(file)
    ?.replaceAll("\\", "/")
    .replace(/^(?!\/)/, "/");
  if (path === undefined) return "";
  const address = `vscode://file${encodeURI(path).replace(/[#?]/g, encodeURIComponent)}:${line}:${column}`;
  const place = `data-file="${escapeHtml(file)}" data-line="${line}" data-column="${column}"`;
  return `<a href="${escapeHtml(address)}" ${place}>${escapeHtml(label)}</a>`;
}

/** Marks the wrong text of a line. @param marker ^ under each of its characters */
function mark(line: string, marker: string): string {
  const from = marker.indexOf("^");
  if (from < 0) return escapeHtml(line);
  const wrong = line.slice(from, marker.length);
  return `${escapeHtml(line.slice(0, from))}<mark>${escapeHtml(wrong || " ")}</mark>${escapeHtml(line.slice(marker.length))}`;
}
