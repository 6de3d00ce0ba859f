import { normalizeReference } from "markdown-it/lib/common/utils.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import { clip, type LookEnvironment, locationIn, none, type Sight } from "./look.ts";

/** Cells beyond the columns of the head are dropped. */
export function findLostCells(sight: Sight, index: number): readonly Finding[] {
  const { tokens, look } = sight;
  const findings: Finding[] = [];
  let columns = 0;
  for (let at = index; tokens[at] && tokens[at]?.type !== "table_close"; at++) {
    const { type, map } = tokens[at] as Token;
    if (type === "th_open") columns++;
    const written = type === "tr_open" && map ? (sight.lines[map[0]] ?? "") : "";
    if (!map || columns === 0 || mostCells(written) <= columns) continue;
    const lost = cellsOf(written).slice(columns).join(" | ").trim();
    if (!/[\p{L}\p{N}]/u.test(lost)) continue;
    const parameters = { text: clip(lost), reason: "cell" as const, columns };
    findings.push(finding("markdown/lost-text", look.file, parameters, locationIn(sight, map[0], lost)));
  }
  return findings;
}

/** How many cells a row has at the most: some bars may be escaped. */
function mostCells(row: string): number {
  const line = row.trim();
  let cells = 1 - Number(line.startsWith("|")) - Number(line.endsWith("|"));
  for (let at = line.indexOf("|"); at >= 0; at = line.indexOf("|", at + 1)) cells++;
  return cells;
}

/** The cells of a row, as markdown-it divides them; before the first bar may stand the signs of a list or quotation. */
function cellsOf(line: string): readonly string[] {
  const cells = line.trim().split(/(?<!\\)\|/);
  if (/^[\s>*+-]*$/.test(cells[0] ?? "")) cells.shift();
  if (cells.at(-1)?.trim() === "") cells.pop();
  return cells.map((cell) => cell.trim());
}

/** Behind the marks that open a block of code stands the name of a language, and only that. */
export function findLostWordsOfCode(sight: Sight, index: number): readonly Finding[] {
  const { info = "", map } = sight.tokens[index] ?? {};
  const words = info.trim();
  if (!map || /^[\w+#./-]*$/.test(words)) return none;
  const parameters = { text: clip(words), reason: "code" as const, columns: 0 };
  return [finding("markdown/lost-text", sight.look.file, parameters, locationIn(sight, map[0], words))];
}

/** Notes that no mark refers to. */
export function findUnusedNotes(sight: Sight): readonly Finding[] {
  if (!sight.env.footnotes?.refs) return none;
  const { tokens, env, look } = sight;
  const findings: Finding[] = [];
  const labels = new Set<string>();
  // Backwards, because of two notes with one name the mark refers to the last.
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index] as Token;
    if (token.type !== "footnote_reference_open") continue;
    const label = String(token.meta.label);
    if (tokens[index + 1]?.type === "footnote_reference_close") {
      const mark = `[^${label}]:`;
      const line = Math.max(
        0,
        sight.lines.findIndex((written) => written.includes(mark)),
      );
      const parameters = { what: "note", name: mark } as const;
      findings.push(finding("content/empty-part", look.file, parameters, locationIn(sight, line, mark)));
      continue;
    }
    const isRepeated = labels.has(label);
    labels.add(label);
    if (!isRepeated && env.footnotes?.refs?.[`:${label}`] !== -1) continue;
    const mark = `[^${label}]`;
    const line = nextWith(tokens, index, ({ map }) => map !== null)?.map?.[0] ?? 0;
    const text = clip(nextWith(tokens, index, ({ type }) => type === "inline")?.content ?? "");
    findings.push(
      finding("markdown/unused-note", look.file, { mark, text, isRepeated }, locationIn(sight, line, mark)),
    );
  }
  return findings.reverse();
}

/** The first token from an index on that a test holds for. */
function nextWith(tokens: readonly Token[], from: number, test: (token: Token) => boolean): Token | undefined {
  for (let index = from; index < tokens.length; index++) if (test(tokens[index] as Token)) return tokens[index];
  return undefined;
}

/** Notes which definitions are asked for while the text is read. */
export function watchDefinitions({ look, references }: LookEnvironment): void {
  if (!look || !references) return;
  for (const [label, definition] of Object.entries(references)) {
    Object.defineProperty(references, label, {
      get: () => {
        look.usedDefinitions.add(label);
        return definition;
      },
    });
  }
}

const definition = /^[\s>*+-]*\[([^\]^][^\]]*)\]:\s*(\S.*)?$/;

/** `[label]: address` is shown nowhere. What no link asks for may have been meant as text: „[Забележка]: важно“. */
export function findLostDefinitions(sight: Sight): readonly Finding[] {
  const { env, look, tokens } = sight;
  if (!env.references) return none;
  const code = new Set<number>();
  for (const { type, map } of tokens)
    if (map && (type === "fence" || type === "code_block")) for (let at = map[0]; at < map[1]; at++) code.add(at);
  const seen = new Set<string>();
  return sight.lines.flatMap((written, line) => {
    const [, name] = definition.exec(written) ?? [];
    if (name === undefined || code.has(line)) return [];
    const label = normalizeReference(name);
    if (!(label in (env.references ?? {}))) return [];
    const isUsed = look.usedDefinitions.has(label) && !seen.has(label);
    seen.add(label);
    if (isUsed) return [];
    const text = written.trim();
    const parameters = { text: clip(text), reason: "definition" as const, columns: 0 };
    return [finding("markdown/lost-text", look.file, parameters, locationIn(sight, line, text))];
  });
}
