import type { Language } from "../../core/language/language.ts";
import type { Archive, PracticeEntry } from "../../core/model/archive.ts";
import { type Body, otherSection } from "../../core/model/body.ts";
import type { PracticeId } from "../../core/model/ids.ts";
import { editionOf, type RenderContext } from "../kit/context.ts";
import { detailOf } from "../practice/practice-view.ts";
import { decodeNumbers, encodeNumbers, type ResultText } from "./engine/index-format.ts";
import { joinWeights, packWeight, termIn, type WeighedText, weightIn, weighWords } from "./engine/weigh-words.ts";
import { createTermFinder, pairsOf } from "./engine/words.ts";
import { searchedNames, searchedTexts } from "./searched-fields.ts";

/** What the index holds of a practice. */
export interface IndexedRow {
  readonly text: ResultText;
  /** Its terms with their weights, for `decodeRow`. */
  readonly words: string;
}

/** The kind under which rows are kept; keys are a language, a space, an id. */
export const rowKind = "search row";

/** What a practice says, and the names that it stands under. */
export function rowOf(id: PracticeId, language: Language, context: RenderContext): IndexedRow {
  return context.memo(rowKind, `${language} ${id}`, () => {
    const entry = editionOf(context, language).practicesById.get(id);
    if (!entry) throw new Error(`no practice ${id}`);
    const { item, summary } = entry;
    const { findTerm, weigh } = toolsOf(context);
    const said = (): readonly number[] => [
      ...weighWords(textsToIndex(entry, context.bodyOf(item.file), context.archive), findTerm),
      ...pairsOf(item.title).map((pair) => packWeight(context.terms.numberOf(pair), pairWeight)),
    ];
    const weights = [context.remembered(item.file, said), ...searchedNames(item, context.archive).map(weigh)];
    return { text: [item.id, item.title, detailOf(item, context), shorten(summary)], words: encodeRow(join(weights)) };
  });
}

/** Names are a few short texts that many practices share. */
function toolsOf(context: RenderContext) {
  return context.memo("search tools", "", () => {
    const findTerm = createTermFinder(context.terms);
    const known = new Map<string, readonly number[]>();
    const weigh = (name: WeighedText): readonly number[] => {
      const key = `${name.weight} ${name.text}`;
      const weights = known.get(key) ?? weighWords([name], findTerm);
      known.set(key, weights);
      return weights;
    };
    return { findTerm, weigh };
  });
}

/** Of words side by side in a title. */
const pairWeight = 8;

/** One weight for each term, packed, in ascending order. */
function join(lists: readonly (readonly number[])[]): readonly number[] {
  const weights = new Map<number, number>();
  for (const packed of lists.flat()) {
    const [term, weight] = [termIn(packed), weightIn(packed)];
    const known = weights.get(term);
    weights.set(term, known === undefined ? weight : joinWeights(known, weight));
  }
  return [...weights].map(([term, weight]) => packWeight(term, weight)).sort((a, b) => a - b);
}

/** Each number as distance from the one before it. */
function encodeRow(packed: readonly number[]): string {
  return encodeNumbers(packed.map((number, at) => number - (packed[at - 1] ?? 0)));
}

export function decodeRow(words: string): readonly number[] {
  let last = 0;
  return decodeNumbers(words).map((step) => {
    last += step;
    return last;
  });
}

/** Characters of a summary that a result shows. */
const maxSummaryLength = 300;

function shorten(text: string): string {
  return text.length <= maxSummaryLength ? text : `${text.slice(0, text.lastIndexOf(" ", maxSummaryLength))} …`;
}

function textsToIndex({ item, summary }: PracticeEntry, body: Body, archive: Archive): readonly WeighedText[] {
  return [
    ...searchedTexts({ ...item, summary }, archive),
    { text: ownHeadings(body), weight: 1 },
    { text: plain([body.lead, ...body.sections.map(({ html }) => html), body.footnotes].join(" ")), weight: 1 },
  ];
}

/** Without the headings of expected parts: every practice has these, so they would find all. */
function ownHeadings({ sections }: Body): string {
  const own = sections.filter(({ kind }) => kind === otherSection);
  return own.map(({ title }) => plain(title)).join(" ");
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** HTML of the archive as text; a tag divides words unless it only marks letters. */
function plain(html: string): string {
  return html
    .replace(/<\/?(?:em|strong|span|a|sup|sub)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? "");
}
