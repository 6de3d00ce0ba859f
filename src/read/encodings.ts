import { isUtf8 } from "node:buffer";

/** Encodings that Bulgarian texts were kept in before UTF-8, the likeliest first, as `TextDecoder` names them. */
const oldEncodings = ["windows-1251", "iso-8859-5", "koi8-r", "ibm866"] as const;

/** As people call them. */
const shownNames: Readonly<Record<string, string>> = {
  "iso-8859-5": "ISO 8859-5",
  "koi8-r": "KOI8-R",
  ibm866: "DOS (cp866)",
};

/** Text that was not UTF-8, made into text all the same. */
export interface RestoredText {
  readonly text: string;
  /** As people call it. */
  readonly encoding: string;
  /** Lines that hold bytes of it, from 1; undefined if it is the encoding of the whole file. */
  readonly lines: readonly number[] | undefined;
  /** Every restored letter is Cyrillic: nothing else can be meant. */
  readonly isSure: boolean;
}

/**
 * Restores bytes that are not UTF-8: UTF-16 by its byte order mark, other encodings by their letters. What is UTF-8 in between stays,
 * so that a line pasted from an old file does not spoil the rest.
 */
export function restoreText(bytes: Buffer): RestoredText {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  if (wide !== "")
    return { text: new TextDecoder(wide).decode(bytes), encoding: "UTF-16", lines: undefined, isSure: true };
  const { parts, valid } = splitUtf8(bytes);
  const foreign = Buffer.concat(parts.filter(({ isForeign }) => isForeign).map((part) => part.bytes));
  const encoding = guessEncoding(foreign);
  const decoder = new TextDecoder(encoding);
  const lines = new Set<number>();
  let line = 1;
  const text = parts
    .map((part) => {
      if (part.isForeign) lines.add(line);
      line += part.bytes.filter((byte) => byte === 0x0a).length;
      return part.isForeign ? decoder.decode(part.bytes) : part.bytes.toString("utf8");
    })
    .join("");
  return {
    text,
    encoding: shownNames[encoding] ?? encoding,
    lines: valid === 0 ? undefined : [...lines],
    isSure: /^[А-яЍѝ№„“”«»–—…’\u00a0§]+$/.test(decoder.decode(foreign)),
  };
}

/** The encoding in which most letters are small and Cyrillic. */
export function guessEncoding(bytes: Uint8Array): string {
  const score = (name: string): number =>
    (new TextDecoder(name).decode(bytes.subarray(0, 20_000)).match(/[а-я]/g) ?? []).length;
  return oldEncodings.reduce<string>((best, name) => (score(name) > score(best) ? name : best), oldEncodings[0]);
}

interface Part {
  readonly bytes: Buffer;
  readonly isForeign: boolean;
}

/** Runs of bytes that are UTF-8 and of those that are not, and the number of UTF-8 characters beyond ASCII. */
function splitUtf8(bytes: Buffer): { readonly parts: readonly Part[]; readonly valid: number } {
  const parts: Part[] = [];
  let start = 0;
  let valid = 0;
  const cut = (end: number, isForeign: boolean): void => {
    if (end > start) parts.push({ bytes: bytes.subarray(start, end), isForeign });
    start = end;
  };
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length > 0 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length) {
      if (length > 1) valid++;
      at += length;
      continue;
    }
    cut(at, false);
    at++;
    cut(at, true);
  }
  cut(bytes.length, false);
  return { parts: joinForeign(parts), valid };
}

function joinForeign(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.isForeign && part.isForeign)
      joined[joined.length - 1] = { bytes: Buffer.concat([last.bytes, part.bytes]), isForeign: true };
    else joined.push(part);
  }
  return joined;
}

/** Bytes of the UTF-8 sequence that a byte begins; 0 if it begins none. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** A run of letters that was decoded wrongly, as it should read. */
export interface Misread {
  readonly index: number;
  readonly written: string;
  readonly meant: string;
}

/** Letters and signs that show that a text was decoded wrongly; nearly no text has one. */
const suspicious = /[\u0080-\u009f\u00c0-\u00ff]|[РС][\u0400-\u040f\u0450-\u045f\u0080-\u00bf‚„…†‡€‰‹‘’“”•–—™›№]|в[Ђ„]/;

/** Whether `findMisread` could find something in one of the lines of a text. */
export function mayBeMisread(text: string): boolean {
  return suspicious.test(text);
}

/**
 * Finds what became of UTF-8 that a program took for windows-1252 („ÐŸÑ€“) or windows-1251 („РџСЂ“), and of windows-1251 that was
 * taken for windows-1252 („Ïðàêòèêà“). Undone, the bytes are UTF-8 again, which no text in its right letters is by chance.
 */
export function findMisread(line: string): readonly Misread[] {
  if (!suspicious.test(line)) return [];
  const { western, cyrillic, asCyrillic } = misreadings();
  for (const { sure, sequences, toBytes } of [western, cyrillic]) {
    if (!sure.test(line)) continue;
    const found = [...line.matchAll(sequences)].flatMap(({ 0: written, index }) => {
      const meant = decodeStrictly(toBytes(written));
      return meant === undefined || !isPlausible(meant) ? [] : [{ index, written, meant }];
    });
    if (found.length > 0) return found;
  }
  return [...line.matchAll(/[À-ÿ]{3,}(?:[ ,.:;()«»„“”–-]+[À-ÿ]+)*/gu)].flatMap(({ 0: written, index }) =>
    (written.match(/[à-ÿ]/g) ?? []).length < 5 ? [] : [{ index, written, meant: asCyrillic(written) }],
  );
}

/** A line with what was decoded wrongly undone, also more than once. */
export function undoMisreading(line: string): string {
  const found = findMisread(line);
  if (found.length === 0) return line;
  const undone = found.reduceRight(
    (text, { index, written, meant }) => text.slice(0, index) + meant + text.slice(index + written.length),
    line,
  );
  return undoMisreading(undone);
}

function isPlausible(text: string): boolean {
  return /^[\u0400-\u045f\u0080-\u00ff‐-\u203aŒœŠšŸŽžƒˆ˜№€™\u200b\ufeff]+$/u.test(text);
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The patterns of both misreadings; made only for a line that is suspicious. */
function misreadings() {
  const western = tableOf("windows-1252");
  const cyrillic = tableOf("windows-1251");
  const [west, east] = [sequencesIn(western), sequencesIn(cyrillic)];
  return {
    // One sequence is enough: no language writes Ð, Ñ or â€ and such a sign beside it.
    western: { sure: new RegExp(`${west.two}|${west.three}`), sequences: west.runs, toBytes: toBytesBy(western) },
    // „С“ before a quotation mark could be meant; two such pairs in a row, or „вЂ“ and a sign, are never.
    cyrillic: {
      sure: new RegExp(`(?:${east.two}){2}|${east.three}`),
      sequences: east.runs,
      toBytes: toBytesBy(cyrillic),
    },
    asCyrillic: (text: string): string =>
      [...text].map((letter) => (/[À-ÿ]/.test(letter) ? (cyrillic[letter.charCodeAt(0)] ?? letter) : letter)).join(""),
  };
}

function tableOf(encoding: string): readonly string[] {
  return [...new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
}

function toBytesBy(table: readonly string[]): (text: string) => Uint8Array {
  return (text) => Uint8Array.from([...text].map((letter) => byteOf(table, letter)));
}

/** C1 controls stand for bytes that the encoding does not use; programs pass them through. */
function byteOf(table: readonly string[], letter: string): number {
  const byte = table.indexOf(letter);
  return byte >= 0 ? byte : letter.charCodeAt(0) & 0xff;
}

/** UTF-8 sequences of two and three bytes as a single-byte encoding shows them. */
function sequencesIn(table: readonly string[]): {
  readonly two: string;
  readonly three: string;
  readonly runs: RegExp;
} {
  const classOf = (from: number, to: number): string => {
    const letters = table
      .slice(from, to + 1)
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
    const controls = from < 0xa0 ? "\\u0080-\\u009f" : "";
    return `[${letters.join("")}${controls}]`;
  };
  const next = classOf(0x80, 0xbf);
  const two = `${classOf(0xc2, 0xdf)}${next}`;
  const three = `${classOf(0xe1, 0xef)}${next}${next}`;
  return { two, three, runs: new RegExp(`(?:${two}|${three})+`, "g") };
}
