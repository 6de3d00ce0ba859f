import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Finding, Location } from "../../../core/diagnostics/finding.ts";
import type { NotesEnvironment } from "../notes.ts";

/** A look at what became of a text; it is in the environment of the parse, and absent where nobody wants to know. */
export interface Look {
  readonly file: string;
  /** With its comments, which the parser does not see. */
  readonly text: string;
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
  /** Of the text as it was written, from 0. */
  readonly lines: readonly string[];
  /** How far a line has been searched for a text: the next one like it stands behind it. */
  readonly searched: Map<string, number>;
  /** How many tags of a name have been found whose end has not. */
  readonly openTags: Map<string, number>;
}

/** Looks at a token and at what belongs to it. */
export type Finder = (sight: Sight, index: number) => readonly Finding[];

/** What finders return for a token that is as it should be. */
export const none: readonly Finding[] = [];

export function sightOf({ tokens, env }: StateCore, look: Look): Sight {
  let lines: readonly string[] | undefined;
  return {
    look,
    tokens,
    env: env as LookEnvironment,
    // Most texts have nothing to be found.
    get lines() {
      lines ??= look.text.split("\n");
      return lines;
    },
    searched: new Map(),
    openTags: new Map(),
  };
}

/** The place of the first of some texts that a line (from 0) has as it is, else of the line. */
export function locationIn({ look, lines, searched }: Sight, line: number, ...wanted: readonly string[]): Location {
  const written = lines[line] ?? "";
  const text = wanted.find((one) => one !== "" && written.includes(one)) ?? written.trim();
  // Texts in a YAML file have lines of their own.
  if (!look.file.endsWith(".md") || text === "") return { line: look.firstLine + line, text };
  const key = `${line} ${text}`;
  const found = written.indexOf(text, searched.get(key) ?? 0);
  const index = found < 0 ? written.indexOf(text) : found;
  searched.set(key, index + text.length);
  return { line: look.firstLine + line, column: index + 1, length: text.length };
}

const maxShown = 60;

/** The beginning of a text for a message. */
export function clip(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > maxShown ? `${line.slice(0, maxShown - 1)}…` : line;
}
