import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { readFields } from "../../read/read-fields.ts";

/** A value of front matter as the cell of a table would hold it. */
export interface FrontCell {
  /** With the names of the groups around it: `params.author`. */
  readonly key: string;
  readonly text: string;
}

/** A Markdown file of another generator, taken apart. */
export interface FrontMatterText {
  readonly cells: readonly FrontCell[];
  readonly body: string;
  /** From 1. */
  readonly bodyLine: number;
}

interface Front {
  readonly kind: "yaml" | "toml" | "json";
  readonly lines: readonly string[];
  /** Number of lines before the body. */
  readonly end: number;
}

/**
 * Takes a file apart whose fields are YAML between `---`, TOML between `+++`, or JSON; a file without fields is all body. Rejects if the package
 * that reads TOML is needed and not installed. With a finding there is no value.
 *
 * Findings: yaml/*, import/unreadable.
 */
export async function readFrontMatter(
  text: string,
  path: string,
): Promise<{ readonly value: FrontMatterText | undefined; readonly findings: readonly Finding[] }> {
  const lines = text.split("\n");
  const front = findFront(lines);
  if (!front) return { value: { cells: [], body: text, bodyLine: 1 }, findings: [] };
  const { value, findings } = await readFront(front, path);
  if (!value) return { value: undefined, findings };
  const body = lines.slice(front.end).join("\n");
  return { value: { cells: flatten(value), body, bodyLine: front.end + 1 }, findings };
}

function findFront(lines: readonly string[]): Front | undefined {
  const first = lines[0]?.trimEnd();
  if (first === "---" || first === "+++") {
    const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === first);
    const kind = first === "---" ? "yaml" : "toml";
    return close < 0 ? undefined : { kind, lines: lines.slice(1, close), end: close + 1 };
  }
  if (first !== "{") return undefined;
  const close = lines.findIndex((line) => line.trimEnd() === "}");
  return close < 0 ? undefined : { kind: "json", lines: lines.slice(0, close + 1), end: close + 1 };
}

async function readFront(
  { kind, lines }: Front,
  path: string,
): Promise<{ readonly value: object | undefined; readonly findings: readonly Finding[] }> {
  if (kind === "yaml") return readFields({ path, lines, skippedLines: 1 });
  const toml = kind === "toml" ? await import("smol-toml") : undefined;
  try {
    const value = toml ? toml.parse(lines.join("\n")) : (JSON.parse(lines.join("\n")) as object);
    return { value, findings: [] };
  } catch (error) {
    const { message, line = 0 } = error as Error & { readonly line?: number };
    const [reason = ""] = message.split("\n");
    return {
      value: undefined,
      findings: [finding("import/unreadable", path, { reason, what: "file" }, { line: line + 1, column: 1 })],
    };
  }
}

/** Groups become names with dots; lists become texts with semicolons between their items. */
function flatten(fields: object, above = ""): readonly FrontCell[] {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    const key = above + name;
    const isGroup = typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
    return isGroup ? flatten(value, `${key}.`) : [{ key, text: textOf(value) }];
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  // A day of TOML is written as it was, in its own time zone.
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join("; ");
  if (typeof value === "object") return Object.values(value).map(textOf).filter(Boolean).join(", ");
  return String(value).trim();
}
