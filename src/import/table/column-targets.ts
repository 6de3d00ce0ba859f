import { isLanguage, type Language } from "../../core/language/language.ts";
import { type Field, membersOf, type ValueType } from "../../core/model/fields/field.ts";
import type { ExpectedSection } from "../../core/model/site.ts";
import { sectionsOf } from "../../locales/sections-of.ts";

/*
 * What a column of a table can be: a field of the table of fields (`title`, `contact.email`), also in one language alone (`title.en`), a section of the
 * text, or one of the words below.
 */

/** `text`: before the first section; `picture`: the same, as a picture; `key`: the same in both language versions; `unplaced`: into the text without a place; `skip`: only into the report. */
const ownTargets = ["text", "picture", "lang", "key", "nominations", "unplaced", "skip"] as const;
type OwnTarget = (typeof ownTargets)[number];

/** What an archive has for columns to become. */
export interface Targets {
  readonly fields: readonly Field[];
  /** Without them those of an archive that names none. */
  readonly sections?: readonly ExpectedSection[];
}

export type Target =
  | { readonly kind: "own"; readonly name: OwnTarget; readonly language?: Language }
  | { readonly kind: "section"; readonly name: string; readonly language?: Language }
  | { readonly kind: "field"; readonly name: string; readonly type: ValueType; readonly language?: Language };

/** Reads a target as a map writes it; undefined if there is none of the name. */
export function parseTarget(written: string, targets: Targets): Target | undefined {
  const { fields, sections = sectionsOf({}) } = targets;
  const at = written.lastIndexOf(".");
  const suffix = written.slice(at + 1);
  if (at > 0 && isLanguage(suffix)) {
    const target = parseTarget(written.slice(0, at), targets);
    return target && { ...target, language: suffix };
  }
  if ((ownTargets as readonly string[]).includes(written)) return { kind: "own", name: written as OwnTarget };
  if (sections.some(({ name }) => name === written)) return { kind: "section", name: written };
  const type = typeOf(written, fields);
  return type && { kind: "field", name: written, type };
}

/** How a map writes a target. */
export function formatTarget({ name, language }: Target): string {
  return language ? `${name}.${language}` : name;
}

/** All names that a map may use, without languages. */
export function listTargets({ fields, sections = sectionsOf({}) }: Targets): readonly string[] {
  const paths = fields.flatMap((field) => [field.name, ...membersOf(field).map(({ name }) => `${field.name}.${name}`)]);
  return [...paths.filter((path) => path !== "lang"), ...sections.map(({ name }) => name), ...ownTargets];
}

function typeOf(path: string, fields: readonly Field[]): ValueType | undefined {
  const [name, member] = path.split(".");
  const field = fields.find((row) => row.name === name);
  return member === undefined ? field : membersOf(field ?? { kind: "line" }).find((row) => row.name === member);
}
