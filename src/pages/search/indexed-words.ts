import type { ValueName } from "../../core/cells/cells.ts";
import type { Language } from "../../core/language/language.ts";
import type { PracticeId } from "../../core/model/ids.ts";
import { editionOf, type RenderContext } from "../kit/context.ts";
import { composeIndex } from "./engine/compose-index.ts";
import type { IndexHead, ResultText } from "./engine/index-format.ts";
import { numberPractices, textPartOf } from "./engine/practice-numbers.ts";
import { type DividedWords, LostPart, lengthOfParts, updateWords } from "./engine/update-index.ts";
import { termIn, weightIn } from "./engine/weigh-words.ts";
import { type Part, readPart } from "./index-parts.ts";
import { decodeRow, type IndexedRow, rowKind, rowOf } from "./indexed-row.ts";
import { nameOfPart } from "./part-script.ts";

/** What practices say, as it lies in the parts of the index: what a build leaves to the next. */
interface KeptWords extends DividedWords, Pick<IndexHead, "ids"> {
  /** The numbers of practices in the order of their ids. */
  readonly numbers: readonly number[];
  readonly textNames: readonly string[];
  /** The words of practices in the order of their ids, packed (`IndexedRow`). */
  readonly rows: readonly string[];
  /** How many terms had numbers, and a hash of these: the next build may have given the same numbers to others. */
  readonly terms: number;
  readonly numbering: string;
}

export interface IndexedWords {
  readonly kept: KeptWords;
  /** By name; those that were made. */
  readonly made: ReadonlyMap<string, Part>;
}

/** The words of an edition. Where only some practices say something else than at the last build, only the parts that concerns are made. */
export function wordsOf(language: Language, context: RenderContext): IndexedWords {
  return context.memoForNext("search words", language, {
    make: () => composeWords(language, context),
    // Parts lie in the site.
    leave: ({ kept }) => kept,
    update: (last, changes) => {
      try {
        return updateRows(last as KeptWords, changes, { language, context });
      } catch (error) {
        if (!(error instanceof LostPart)) throw error;
        return undefined;
      }
    },
  });
}

/** A part that an earlier build has made, and that is not there any more. */
export function makePart(name: string, language: Language, context: RenderContext): Part | undefined {
  return context.memo("search words anew", language, () => composeWords(language, context)).made.get(name);
}

function composeWords(language: Language, context: RenderContext): IndexedWords {
  const rows = [...editionOf(context, language).practicesById.keys()].map((id) => rowOf(id, language, context));
  const numbers = numberPractices(rows.map(({ text: [id] }) => id));
  const indexed = rows.map(({ text, words }) => ({ id: text[0], weigh: () => [decodeRow(words)], text }));
  const { dictionaryParts, postingParts, textParts, ...index } = composeIndex(indexed, context.terms.names, numbers);
  const { keep, made } = openMade(context);
  const kept = {
    ...index,
    numbers: rows.map(({ text: [id] }) => numbers.byId.get(id) ?? 0),
    postingsLength: lengthOfParts(postingParts),
    dictionaryNames: dictionaryParts.map(keep),
    postingNames: postingParts.map(keep),
    textNames: textParts.map(keep),
    ...keepRows(
      rows.map(({ words }) => words),
      context,
    ),
  };
  return { kept, made };
}

function keepRows(rows: readonly string[], context: RenderContext): Pick<KeptWords, "rows" | "numbering" | "terms"> {
  const terms = context.terms.names.length;
  return { rows, terms, numbering: numberingOf(terms, context) };
}

/** @param count of terms, from the first on */
function numberingOf(count: number, { terms, sha256 }: RenderContext): string {
  return sha256(terms.names.slice(0, count).join(" "));
}

function openMade(context: RenderContext) {
  const made = new Map<string, Part>();
  const keep = (part: Part): string => {
    const name = nameOfPart(part, context.sha256);
    made.set(name, part);
    return name;
  };
  return { made, keep };
}

/** Undefined where more has changed than words of practices. Throws `LostPart`. */
function updateRows(
  last: KeptWords,
  changes: readonly ValueName[],
  { language, context }: { readonly language: Language; readonly context: RenderContext },
): IndexedWords | undefined {
  const { terms } = context;
  const isNumberedAlike = last.numbering === numberingOf(last.terms, context);
  if (!isNumberedAlike || changes.some(({ source }) => source !== rowKind)) return undefined;
  const { keep, made } = openMade(context);
  const read = (name: string): Part => made.get(name) ?? readPart(name, language, context);
  const ids = last.ids.split(" ");
  const rows = [...last.rows];
  const textNames = [...last.textNames];
  const news = new Map<string, Map<number, number>>();
  for (const { key } of changes) {
    const id = key.slice(language.length + 1) as PracticeId;
    const at = ids.indexOf(id);
    const number = last.numbers[at] ?? 0;
    const row = rowOf(id, language, context);
    addNews(news, number, { old: rows[at] ?? "", words: row.words, names: terms.names });
    rows[at] = row.words;
    const part = textPartOf(number);
    textNames[part] = keep(replaceText(read(textNames[part] ?? "") as readonly ResultText[], row));
  }
  const words = updateWords(last, news, { read: (name) => read(name) as string, keep });
  return { kept: { ...words, ids: last.ids, numbers: last.numbers, textNames, ...keepRows(rows, context) }, made };
}

/** Notes which weights are others. */
function addNews(
  news: Map<string, Map<number, number>>,
  practice: number,
  { old, words, names }: { readonly old: string; readonly words: string; readonly names: readonly string[] },
): void {
  const before = new Set(decodeRow(old));
  const now = new Set(decodeRow(words));
  const note = (term: number, weight: number): void => {
    const name = names[term] ?? "";
    news.set(name, (news.get(name) ?? new Map()).set(practice, weight));
  };
  for (const packed of before) if (!now.has(packed)) note(termIn(packed), 0);
  for (const packed of now) if (!before.has(packed)) note(termIn(packed), weightIn(packed));
}

function replaceText(part: readonly ResultText[], { text }: IndexedRow): readonly ResultText[] {
  return part.map((other) => (other[0] === text[0] ? text : other));
}
