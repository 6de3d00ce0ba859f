import { bindWithHardSpaces } from "../core/language/hard-spaces.ts";
import type { Language } from "../core/language/language.ts";
import type { OwnText, Site } from "../core/model/site.ts";
import { createFormChooser } from "./plural.ts";

/*
 * Texts of the interface that an archive replaces by key (`texts:` in site.yaml). Keys are paths, such as `search.title`; the values that a text is
 * given stand in it as {1}, {2} …
 */

type Tree = { readonly [key: string]: unknown };

/** The same texts, with hard spaces where no line may end: “14 practices”, „5–10 хил. жители“. Lists of words stay as they are. */
export function bindTexts<Texts extends object>(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, bindText(text)])) as Texts;
}

function bindText(text: unknown): unknown {
  if (typeof text === "string") return bindWithHardSpaces(text);
  if (typeof text === "function") {
    const say = (...values: readonly unknown[]) => bindText(text(...values));
    // `listTexts` asks how many values a text takes.
    return Object.defineProperty(say, "length", { value: text.length });
  }
  return text && Object.getPrototypeOf(text) === Object.prototype ? bindTexts(text) : text;
}

/** The texts with those that the archive says instead. */
export function replaceTexts<Texts extends object>(texts: Texts, own: Site["texts"], language: Language): Texts {
  return Object.entries(own).reduce((tree, [key, byLanguage]) => {
    const text = byLanguage[language];
    return text === undefined ? tree : withText(tree, key, { text, language });
  }, texts as Tree) as Texts;
}

function withText(tree: Tree, key: string, said: { readonly text: OwnText; readonly language: Language }): Tree {
  const { text, language } = said;
  const name = Object.keys(tree).find((other) => key === other || key.startsWith(`${other}.`));
  if (name === undefined) return tree;
  const before = tree[name];
  if (name !== key) return { ...tree, [name]: withText(before as Tree, key.slice(name.length + 1), said) };
  const own = typeof before === "function" ? (...values: unknown[]) => fill(text, values, language) : text.other;
  return { ...tree, [name]: bindText(own) };
}

/** Counts arrive as they are written, and the first of them decides the form of the words. */
function fill(text: OwnText, values: readonly unknown[], language: Language): string {
  const count = Number(String(values[0]).replace(/\D/g, "") || Number.NaN);
  const form = text.one === text.other ? text.other : createFormChooser(language)(count, text.one, text.other);
  return form.replace(/\{(\d)\}/g, (_, number) => String(values[Number(number) - 1] ?? ""));
}

/** A text that can be replaced: its key, and as the program says it, with what it is given as {1}, {2} … */
export interface KnownText {
  readonly key: string;
  readonly text: string;
}

/** All texts that can be replaced. */
export function listTexts(texts: object, above = ""): readonly KnownText[] {
  return Object.entries(texts).flatMap(([name, text]): readonly KnownText[] => {
    const key = above + name;
    if (typeof text === "string") return [{ key, text: text.replaceAll("\u00a0", " ") }];
    if (typeof text === "function") return sayAnyway(key, text as (...values: readonly string[]) => unknown);
    return text && typeof text === "object" && !Array.isArray(text) ? listTexts(text, `${key}.`) : [];
  });
}

/** Nothing if the text takes other values than words. */
function sayAnyway(key: string, say: (...values: readonly string[]) => unknown): readonly KnownText[] {
  try {
    const text = say(...Array.from({ length: say.length }, (_, index) => `{${index + 1}}`));
    return typeof text === "string" && !/NaN|undefined/.test(text)
      ? [{ key, text: text.replaceAll("\u00a0", " ") }]
      : [];
  } catch {
    return [];
  }
}

/** What a text is given: `{1}`, `{2}`. */
export function parametersIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\d\}/g))].sort();
}
