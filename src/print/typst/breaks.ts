/** Words from this length on may be broken anywhere; hyphenation takes care of shorter ones. */
const longWord = /[^\s\u200b]{26,}/g;
const pieceLetters = 12;

/** Gives addresses and other long words places to break: after signs that part them, else after some letters. */
export function breakLongWords(text: string): string {
  return text.replace(longWord, (word) => {
    let sinceBreak = 0;
    return [...word]
      .map((letter, index, all) => {
        sinceBreak++;
        const isEnd = index === all.length - 1;
        const parts = /[/.\-_?&=@:,;+|]/.test(letter) && !/[/.\-_?&=@:,;+|]/.test(all[index + 1] ?? "");
        if (isEnd || (!parts && sinceBreak < pieceLetters) || (parts && sinceBreak < 3)) return letter;
        sinceBreak = 0;
        return `${letter}\u200b`;
      })
      .join("");
  });
}

const units =
  "лв|лева|евро|г|год|ч|мин|сек|км|м|см|мм|кг|т|дка|ха|кв|куб|млн|млрд|хил|бр|стр|с|kWh|kW|MWh|MW|km|m|cm|mm|kg|t|ha|h|min|pp|p|%|‰|°C|€|BGN|EUR|лица|пъти";
const afterNumber = new RegExp(`(\\d)[ ](?=(?:${units})(?![\\p{L}\\d]))`, "gu");
const groupsOfDigits = /(\d) (?=\d{3}(?!\d))/g;
const beforeNumber =
  /(?<![\p{L}])(№|чл\.|ал\.|т\.|стр\.|с\.|гл\.|ул\.|бул\.|пл\.|гр\.|д-р|инж\.|проф\.|No\.|p\.|pp\.|Mr|Ms|Dr) (?=[\p{Lu}\d„“"])/gu;
const initial = /(?<![\p{L}.])(\p{Lu}\.) (?=\p{Lu})/gu;

/** Keeps an amount and its unit, a number and its sign, an initial and its name on one line. */
export function keepTogether(text: string): string {
  return text
    .replace(groupsOfDigits, "$1\u00a0")
    .replace(afterNumber, "$1\u00a0")
    .replace(beforeNumber, "$1\u00a0")
    .replace(initial, "$1\u00a0");
}
