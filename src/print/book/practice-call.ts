import type { PracticeEntry } from "../../core/model/archive.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import { textsOf } from "../../locales/texts-of.ts";
import {
  bareUrl,
  contactOf,
  createFieldWriter,
  type DocumentDraft,
  type Fact,
  factsOf,
  lettersOf,
  transferOf,
  viewPractice,
  writeTextOf,
} from "../documents/practice-parts.ts";
import { Code, call } from "../typst/code.ts";

/** Under which a practice is found in its document. */
export const labelOf = ({ language, id }: PracticeEntry["item"]): string => `${language}-${id}`;

/** What `part` of book.typ hands to what it holds: what puts heads above pages, and the parts of the book in other languages. */
export const [head, others] = [new Code("head"), new Code("others")];

interface PracticePlace {
  readonly draft: DocumentDraft;
  readonly paper: BookPaper;
  readonly runsOn: boolean;
  /** Puts its title above its pages. */
  readonly head: Code | undefined;
}

/** A practice in a book or booklet. */
export function practiceCall(entry: PracticeEntry, { draft, paper, runsOn, head }: PracticePlace): Code {
  const { item } = entry;
  const { language } = item;
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
    label: labelOf(item),
    paper,
    "runs-on": runsOn,
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
  return call("practice", practice, body);
}

/** Letters of a line in the narrowest column, and of what surely is lower than `kept-whole` in book.typ allows. */
const [lineLetters, lowLetters] = [34, 400];

/** A fact that says how many letters it has, and whether it is low, so that it need not be measured. */
function withHeight(fact: Fact): Fact & { readonly letters: number; readonly low: boolean } {
  const letters = lettersOf([fact]);
  return { ...fact, letters: letters + fact.label.length, low: letters + fact.lines.length * lineLetters < lowLetters };
}
