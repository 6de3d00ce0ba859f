import { readStateBytes, writeStateParts } from "./state-file.ts";
import type { CachedText, FolderCache } from "./text-cache.ts";

/*
 * What is remembered of the texts of a folder, as a file: a line of JSON with all that tells whether they have changed, and then what they
 * say, text after text. Hardly any of it is looked at by a build that follows an edit, so that each is parsed when it is first asked for.
 */

/** A text without what it says, and where that lies after the first line. */
type Row = Omit<CachedText, "entry"> & { readonly start: number; readonly end: number };

interface Head {
  readonly seen: number;
  readonly texts: Readonly<Record<string, Row>>;
}

/** Undefined if there is none that can be trusted. */
export function readFolderCache(file: string, key: string): FolderCache | undefined {
  const bytes = readStateBytes(file, key);
  if (!bytes) return undefined;
  const border = bytes.indexOf(10);
  const { seen, texts }: Head = JSON.parse(bytes.toString("utf8", 0, border));
  const said = bytes.subarray(border + 1);
  return { seen, texts: Object.fromEntries(Object.entries(texts).map(([path, row]) => [path, openText(row, said)])) };
}

export function writeFolderCache(file: string, key: string, { seen, texts }: FolderCache): void {
  const said: Buffer[] = [];
  let end = 0;
  const rows = Object.entries(texts).map(([path, text]) => {
    const bytes = saidBy(text);
    const start = end;
    said.push(bytes);
    end += bytes.length;
    return [path, { ...withoutEntry(text), start, end }] as const;
  });
  const head: Head = { seen, texts: Object.fromEntries(rows) };
  writeStateParts(file, key, [`${JSON.stringify(head)}\n`, Buffer.concat(said)]);
}

/** Under it an unparsed text has its bytes. */
const unparsed = Symbol("unparsed");

type OpenedText = CachedText & { readonly [unparsed]?: Buffer };

function openText({ start, end, ...row }: Row, said: Buffer): OpenedText {
  if (start === end) return row;
  let entry: CachedText["entry"];
  const text = {
    ...row,
    get entry() {
      entry ??= JSON.parse(said.toString("utf8", start, end)) as NonNullable<CachedText["entry"]>;
      return entry;
    },
  };
  // Whoever makes another text of it does not take these bytes along.
  return Object.defineProperty(text, unparsed, { value: said.subarray(start, end) });
}

function saidBy(text: OpenedText): Buffer {
  return text[unparsed] ?? Buffer.from(text.entry ? JSON.stringify(text.entry) : "");
}

/** Not by spreading, which would parse it. */
function withoutEntry({ hash, bytes, modified, changed, inode, findings, tokens, looked, lookedAt }: CachedText) {
  return { hash, bytes, modified, changed, inode, findings, tokens, looked, lookedAt };
}
