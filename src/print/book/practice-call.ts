import type { PracticeEntry } from "../../core/model/archive.ts";
import { textsOf } from "../../locales/texts-of.ts";
import {
  bareUrl,
  contactOf,
  createFieldWriter,
  type Fact,
  factsOf,
  lettersOf,
  transferOf,
  viewPractice,
  writeTextOf,
} from "../documents/practice-parts.ts";
import { Code, call } from "../typst/code.ts";
import { type BookDraft, writeLeaf } from "./book-draft.ts";

/** Under which a practice is found in its document. */
export const labelOf = ({ language, id }: PracticeEntry["item"]): string => `${language}-${id}`;

/** What `part` of book.typ hands to what it holds: what puts heads above pages, and the parts of the book in other languages. */
export const [head, others] = [new Code("head"), new Code("others")];

/** The first thing of a practice, on which it depends that Typst knows its pages again (see `writeLeaf`). */
const start = new Code("block(above: 0pt, below: 0pt, height: 0pt)");

/** What is left out where some practices are set alone. */
export const ofWholeBook = ({ text }: Code): Code => new Code(`if is-whole {${text}}`);

interface PracticePlace {
  readonly draft: BookDraft;
  /** The line of the chapter that it begins below, if it does. */
  readonly above?: Code;
  /** Puts its title above its pages. */
  readonly head: Code | undefined;
}

/** A practice in a book or booklet. */
export function practiceCall(entry: PracticeEntry, { draft, above, head }: PracticePlace): Code {
  const { item } = entry;
  const { language } = item;
  if (draft.isBlank) return call("leaf", labelOf(item), above !== undefined, undefined);
  const write = createFieldWriter(draft, item.file);
  const view = viewPractice(entry, draft, "book");
  const placement = { file: item.file, language, prefix: labelOf(item), lower: 1, notes: "foot" } as const;
  const { body } = writeTextOf(draft.context.bodyOf(item.file), placement, draft);
  const t = textsOf(language, draft.context.archive);
  // Votes go on after a book has been bound, and what nobody has answered need not be printed two hundred times.
  const facts = factsOf(view, t, write).filter(({ label }) => label !== t.nominations);
  const notStated = call("not-stated", t.notStated).text;
  const transfer = transferOf(view, t, write).filter(
    ({ lines }) => !lines.some((line) => (line as Code).text === notStated),
  );
  const contact = contactOf(view, t, write);
  const practice = {
    start,
    label: labelOf(item),
    paper: draft.paper,
    "runs-on": above !== undefined,
    head,
    title: write(item.title),
    note: view.translation ? write(view.translation.note) : undefined,
    facts: facts.map(withHeight),
    summary: view.summary ? write(view.summary) : undefined,
    transfer: transfer.map(withHeight),
    contact: contact && withHeight(contact),
    address: view.permalink,
    "shown-address": write(bareUrl(view.permalink)),
  };
  return writeLeaf(
    { entry, name: labelOf(item), ...(above ? { above } : {}) },
    call("practice", practice, body),
    draft,
  );
}

/** Letters of a line in the narrowest column, and of what surely is lower than `kept-whole` in book.typ allows. */
const [lineLetters, lowLetters] = [34, 400];

/** A fact that says how many letters it has, and whether it is low, so that it need not be measured. */
function withHeight(fact: Fact): Fact & { readonly letters: number; readonly low: boolean } {
  const letters = lettersOf([fact]);
  return { ...fact, letters: letters + fact.label.length, low: letters + fact.lines.length * lineLetters < lowLetters };
}
