import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Finding, Spot } from "../../../core/diagnostics/finding.ts";
import type { NotesEnvironment } from "../notes.ts";

/** A look at what became of a text; it is in the environment of the parse, and absent where nobody wants to know. */
export interface Look {
  readonly file: string;
  /** Line of the file in which the text begins, from 1. */
  readonly firstLine: number;
  readonly allowsHtml: boolean;
  readonly findings: Finding[];
  /** Labels of definitions (`[label]: address`) that a link has asked for. */
  readonly usedDefinitions: Set<string>;
}

export interface LookEnvironment extends NotesEnvironment {
  readonly look?: Look;
  references?: Record<string, unknown>;
}

/** What all parts of the look know. */
export interface Sight {
  readonly look: Look;
  readonly tokens: readonly Token[];
  readonly env: LookEnvironment;
  /** Of the text, from 0. */
  readonly lines: readonly string[];
}

export function sightOf({ tokens, env, src }: StateCore, look: Look): Sight {
  return { look, tokens, env: env as LookEnvironment, lines: src.split("\n") };
}

/** The place of the first of some texts that a line (from 0) has as it is, else of the line. */
export function spotIn({ look, lines }: Sight, line: number, ...wanted: readonly string[]): Spot {
  const written = lines[line] ?? "";
  const text = wanted.find((one) => one !== "" && written.includes(one)) ?? written.trim();
  return { line: look.firstLine + line, text };
}

const maxShown = 60;

/** The beginning of a text for a message. */
export function clip(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > maxShown ? `${line.slice(0, maxShown - 1)}…` : line;
}
