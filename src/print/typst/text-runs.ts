import { bindWithHardSpaces } from "../../core/language/hard-spaces.ts";
import { splitAtWholeNumbers } from "../../core/language/whole-numbers.ts";
import { breakLongWords } from "./breaks.ts";
import { type Code, call, join, writePieces } from "./code.ts";
import { nameOfSign, splitByFont } from "./letters.ts";
import type { Place, TextOptions } from "./text-options.ts";

/** Plain text of the front matter as content, with a mark where a sign has no letter. */
export function writeText(text: string, options: Pick<TextOptions, "letters" | "missing" | "file">): Code {
  return join(writeRuns(text, options, { file: options.file, text }));
}

/** Text as pieces of a line. */
export function writeRuns(
  text: string,
  { letters, missing }: Pick<TextOptions, "letters" | "missing">,
  place: Place,
): readonly Code[] {
  // Typst finds its own places to hyphenate, and the direction of letters follows from the letters.
  return splitByFont(text.replace(invisible, ""), letters).flatMap((run) => {
    if ("text" in run)
      return splitAtWholeNumbers(bindWithHardSpaces(run.text)).flatMap((piece, index) =>
        index % 2 === 1 ? [call("whole", piece)] : writePieces(breakLongWords(piece)),
      );
    missing(run.missing, place);
    return [call("missing-sign", nameOfSign(run.missing))];
  });
}

/** Lines of code, which may be broken; a sign without a letter is named within them. */
export function writeLines(
  text: string,
  { letters, missing }: Pick<TextOptions, "letters" | "missing">,
  place: Place,
): readonly string[] {
  const name = (sign: string): string => {
    missing(sign, place);
    return `[${nameOfSign(sign)}]`;
  };
  const lines = text.split("\n").map((line) => splitByFont(line, letters));
  return lines.map((runs) =>
    breakLongWords(runs.map((run) => ("text" in run ? run.text : name(run.missing))).join("")),
  );
}

const invisible = /[\u00ad\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Functions of elements within a line, by name. */
export const inlineCalls: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["strong", "b", "th"].map((name) => [name, "strong"])),
  ...Object.fromEntries(["em", "i", "cite", "var", "dfn"].map((name) => [name, "emph"])),
  ...Object.fromEntries(["del", "s", "strike"].map((name) => [name, "strike"])),
  ...Object.fromEntries(["ins", "u"].map((name) => [name, "underline"])),
  ...Object.fromEntries(["code", "kbd", "samp", "tt"].map((name) => [name, "code"])),
  sup: "super",
  sub: "sub",
  mark: "highlight",
  small: "small-print",
  q: "quoted",
};
