/**
 * Latin letters for Bulgarian ones, by the Transliteration Act (State Gazette 19/2009, articles 3–6):
 * one table, „ия“ at the end of a word is "ia", and България is Bulgaria.
 */
const letters: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sht",
  ъ: "a",
  ь: "y",
  ю: "yu",
  я: "ya",
  ѝ: "i",
};

/** Transliterates Bulgarian text; everything that is not a Bulgarian letter stays as it is. */
export function transliterate(text: string): string {
  return replaceWords(text.normalize("NFC")).replace(/[А-Яа-яЍѝ]/g, (letter, at: number, whole: string) => {
    const lower = letter.toLowerCase();
    const latin = letters[lower];
    if (latin === undefined) return letter;
    if (letter === lower) return latin;
    // The last letter of a word looks back: СТАЯ 5 is STAYA 5.
    const next = whole[at + 1] ?? "";
    return isUpper(/\p{L}/u.test(next) ? next : whole[at - 1]) ? latin.toUpperCase() : capitalise(latin);
  });
}

/** What the letters alone do not give. Most names have neither, and looking for letters around them takes time. */
function replaceWords(text: string): string {
  if (!/ия/i.test(text)) return text;
  return text
    .replace(/(?<!\p{L})българия(?!\p{L})/giu, (word) => matchCase("Bulgaria", word))
    .replace(/ия(?!\p{L})/giu, (end) => matchCase("ia", end));
}

function matchCase(latin: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return latin.toUpperCase();
  return model[0] === model[0]?.toUpperCase() ? capitalise(latin) : latin.toLowerCase();
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

/** An upper-case letter; marks and digits have no case. */
function isUpper(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase();
}
