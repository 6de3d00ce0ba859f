/** Words from this length on may be broken anywhere; hyphenation takes care of shorter ones. */
const longWord = /[^\s\u200b]{26,}/g;
/** As many as a narrow column of a table has room for (`least-widths` in blocks.typ). */
const pieceLetters = 9;

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
