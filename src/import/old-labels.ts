import { type Language, languageOfScript } from "../core/language/language.ts";

/** What the pages of the old archive had around a practice: none of it says anything of the practice. */
const furniture: readonly RegExp[] = [
  /^foundation for local government reform$/i,
  /^фондация за реформа в местното самоуправление$/i,
  /^иновационни практики( в българия)?$/i,
  /^innovative practices( in bulgaria)?$/i,
  /^обмен на иновации за развитие на местното самоуправление$/i,
  /^sharing innovations for improving local (self-)?government$/i,
  /^(назад|back|нагоре|top|начало|home)$/i,
  /^\[?(номинирай|nominate)\]?$/i,
  /^verification code:?$/i,
  /^код за потвърждение:?$/i,
  /^въведете кода от картинката( тук)?:?$/i,
  /^enter the code from the picture( here)?:?$/i,
  /^ако не виждате кода добре.*$/i,
  /^if you (can ?not|cannot|can't|do not) see the code.*$/i,
  /^valid (xhtml|html|css).*$/i,
  /^разпечатано от сайта на .*$/i,
  /^printed from the .*website\.?$/i,
  /^сайт, разработен от .*$/i,
  /^(site )?developed by .*$/i,
  /^www\.nimasystems\.com.*$/i,
  /^(български|english|bg|en)$/i,
];

export function isFurniture(text: string): boolean {
  const bare = bareText(text);
  return bare !== "" && furniture.some((pattern) => pattern.test(bare));
}

export type FieldLabel = "innovator" | "date" | "nominations" | "projectUrl" | "tel" | "fax" | "email";

const labels: readonly (readonly [FieldLabel, RegExp])[] = [
  ["innovator", /^(?:и?новатор|innovator)s?\s*:\s*(.*)$/i],
  ["date", /^(?:дата на публикаци(?:я|ята)|дата|publication date|date of publication|date)\s*:\s*(.*)$/i],
  ["nominations", /^(?:номинации|nominations)\s*:\s*(.*)$/i],
  [
    "projectUrl",
    /^(?:интернет страница(?: на проекта)?|страница на проекта|уебсайт|project (?:web ?page|web ?site|url)|web ?site)\s*:\s*(.*)$/i,
  ],
  ["tel", /^(?:tel|тел|телефон|phone)\.?\s*:\s*(.*)$/i],
  ["fax", /^(?:fax|факс)\.?\s*:\s*(.*)$/i],
  ["email", /^(?:e-?mail|е-?mail|имейл|ел\. ?поща)\.?\s*:\s*(.*)$/i],
];

/** Only the old archive had these; two of them tell its pages from any other text. */
export function namesOldArchive(text: string): boolean {
  return (
    furniture.slice(0, 6).some((pattern) => pattern.test(bareText(text))) ||
    /^(printed from the|разпечатано от сайта)/i.test(bareText(text))
  );
}

/** „Община Елена“, “Municipality of Primer”, „Фондация Светлина“. */
export function isOrganisation(text: string): boolean {
  return /^(община|район|кметство|областна администрация|фондация|сдружение|municipality|association|foundation)(?!\p{L})|\s(municipality|foundation|association)$/iu.test(
    bareText(text),
  );
}

/** A line that names a field and gives its value: „Иноватор: Община Русе“. */
export function readLabel(text: string): { readonly label: FieldLabel; readonly value: string } | undefined {
  const bare = bareText(text);
  for (const [label, pattern] of labels) {
    const value = pattern.exec(bare)?.[1];
    if (value !== undefined) return { label, value: value.trim() };
  }
  return undefined;
}

/** Values that say nothing. */
export function saysNothing(value: string): boolean {
  return /^[\s\-–—.,:]*$/.test(value) || /^(not translated|не е преведено|n\/a|няма)$/i.test(value.trim());
}

/** Without the marks of headings, emphasis and lists around a line. */
export function bareText(text: string): string {
  return text
    .replace(/^\s*(?:#{1,6}\s+|[-*]\s+)?/, "")
    .replace(/^(\*\*|__)?\[([^\]]*)\]\((?:[^()\\]|\\.|\([^()]*\))*\)(\*\*|__)?$/, "$2")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/^[*_]{1,3}|[*_]{1,3}$/g, "")
    .trim();
}

/** Which language a text is in, by its letters; addresses are in none. */
export function languageOfText(written: string): Language {
  const text = written.replace(/\]\([^)]*\)|(?:https?:\/\/|www\.)\S+|\S+@\S+/g, " ");
  const cyrillic = text.match(/[а-яѝ]/gi)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return languageOfScript(cyrillic * 2 >= latin ? "Cyrl" : "Latn");
}
