/** Which letters the fonts of paper have, and what stands for the others. */
export interface Letters {
  /** Whether one of the fonts draws it. */
  has(codePoint: number): boolean;
}

/** A run of letters that the fonts have, or one sign that they do not. */
export type LetterRun = { readonly text: string } | { readonly missing: string };

/** Marks without a shape of their own: variation selectors, joiners, direction marks, tags. */
const shapeless = /[\p{Default_Ignorable_Code_Point}--[\u00ad\u200b]]/v;

/** Takes a text apart where the fonts lack a letter; signs are whole, as readers see them (a flag, a family). */
export function splitByFont(text: string, letters: Letters): readonly LetterRun[] {
  if (isDrawn(text, letters)) return [{ text }];
  const runs: LetterRun[] = [];
  for (const { segment } of segmenter.segment(text.normalize("NFC"))) {
    const visible = [...segment].filter((sign) => !shapeless.test(sign)).join("");
    if (visible === "") continue;
    const last = runs.at(-1);
    if (!isDrawn(visible, letters)) runs.push({ missing: visible });
    else if (last && "text" in last) runs[runs.length - 1] = { text: last.text + visible };
    else runs.push({ text: visible });
  }
  return runs;
}

/** The name under which a missing sign is printed: `U+1F333`. */
export function nameOfSign(sign: string): string {
  const points = [...sign].map((part) => (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0"));
  return `U+${points.join("+")}`;
}

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

function isDrawn(text: string, letters: Letters): boolean {
  for (const sign of text) {
    const codePoint = sign.codePointAt(0) ?? 0;
    if (codePoint <= 0x7e || codePoint === 0xad || codePoint === 0x200b) continue;
    if (shapeless.test(sign) || !letters.has(codePoint)) return false;
  }
  return true;
}
