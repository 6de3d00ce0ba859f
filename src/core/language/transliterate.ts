/**
 * Latin letters for Bulgarian ones, by the Transliteration Act (State Gazette 19/2009, articles 3–6):
 * one table, „ия“ at the end of a word is "ia", and България is Bulgaria.
 */
const letters: ReadonlyMap<string, string> = new Map(
  "аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsht ъa ьy юyu яya ѝi"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** Transliterates Bulgarian text; everything that is not a Bulgarian letter stays as it is. */
export function transliterate(text: string): string {
  return replaceWords(text.normalize("NFC")).replace(/[А-Яа-яЍѝ]/g, (letter, at: number, whole: string) => {
    const lower = letter.toLowerCase();
    const latin = letters.get(lower);
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
