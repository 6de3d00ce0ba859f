import type { TextTokens } from "../../archive/tracked-entry.ts";
import type { Finding } from "../../core/diagnostics/finding.ts";
import type { Entry } from "../../core/model/archive.ts";
import type { Page } from "../../core/model/page.ts";
import type { Practice } from "../../core/model/practice.ts";
import { NameTable } from "../../core/name-table.ts";
import type { FileState } from "./file-state.ts";
import { readStateBytes, writeStateParts } from "./state-file.ts";

/*
 * What is remembered of the texts of a folder, as a file: a line of JSON with all that tells whether they have changed, and then what they
 * say, text after text. Hardly any of it is looked at by a build that follows an edit, so that each is parsed when it is first asked for.
 */

/** All that comes of a text file but its HTML: what the rest of the archive needs to know of it. */
export interface TextRecord {
  /** Undefined if the file has errors. */
  readonly entry?: Entry<Practice> | Entry<Page>;
  readonly findings: readonly Finding[];
  /** What tells its fields and its HTML from others; absent like the entry. */
  readonly tokens?: TextTokens;
  /** What it looked at beyond what all texts go by, such as a picture or a theme; and a token of that. */
  readonly looked?: string;
  readonly lookedAt?: string;
}

/** What came of a text, and the state that its file was in. */
export interface CachedText extends TextRecord, FileState {
  /** Of the file's bytes; "" if it cannot be read. */
  readonly hash: string;
}

/** What is remembered of the texts of one folder. */
export interface FolderCache {
  /** When its files were looked at; milliseconds. */
  readonly seen: number;
  readonly texts: Readonly<Record<string, CachedText>>;
}

/** A text without what it says, and where that lies after the first line. */
type Row = readonly [
  state: readonly [hash: string, bytes: number, modified: number, changed: number, inode: number],
  said: readonly [start: number, end: number],
  tokens: readonly [record: string, text: string] | 0,
  /** The number of what it looked at among `looked`, and a token of that. */
  looked: readonly [number: number, token: string] | 0,
  findings: readonly Finding[] | 0,
];

interface Head {
  readonly seen: number;
  readonly looked: readonly string[];
  readonly texts: Readonly<Record<string, Row>>;
}

/** Undefined if there is none that can be trusted. */
export function readFolderCache(file: string, key: string): FolderCache | undefined {
  const bytes = readStateBytes(file, key);
  if (!bytes) return undefined;
  const border = bytes.indexOf(10);
  const { seen, looked, texts: rows }: Head = JSON.parse(bytes.toString("utf8", 0, border));
  const said = bytes.subarray(border + 1);
  const texts: Record<string, CachedText> = {};
  for (const [path, row] of Object.entries(rows)) texts[path] = openText(row, looked, said);
  return { seen, texts };
}

export function writeFolderCache(file: string, key: string, { seen, texts }: FolderCache): void {
  const said: Buffer[] = [];
  let end = 0;
  const names = new NameTable();
  const rows = Object.entries(texts).map(([path, text]) => {
    const bytes = saidBy(text);
    const start = end;
    said.push(bytes);
    end += bytes.length;
    return [path, rowOf(text, [start, end], names)] as const;
  });
  const head: Head = { seen, looked: names.names, texts: Object.fromEntries(rows) };
  writeStateParts(file, key, [`${JSON.stringify(head)}\n`, Buffer.concat(said)]);
}

/** Under it an unparsed text has its bytes. */
const unparsed = Symbol("unparsed");

type OpenedText = CachedText & { readonly [unparsed]?: () => Buffer };

function openText(row: Row, allLooked: readonly string[], said: Buffer): OpenedText {
  const [[hash, bytes, modified, changed, inode], [start, end], tokens, looked, findings] = row;
  const known = {
    hash,
    bytes,
    modified,
    changed,
    inode,
    findings: findings === 0 ? none : findings,
    ...(looked !== 0 && { looked: allLooked[looked[0]] ?? "", lookedAt: looked[1] }),
  };
  if (tokens === 0) return known;
  let entry: CachedText["entry"];
  const text = {
    ...known,
    tokens: { record: tokens[0], text: tokens[1] },
    get entry() {
      entry ??= JSON.parse(said.toString("utf8", start, end)) as NonNullable<CachedText["entry"]>;
      return entry;
    },
  };
  // Whoever makes another text of it does not take these bytes along.
  return Object.defineProperty(text, unparsed, { value: () => said.subarray(start, end) });
}

/** Opens what a text says when it is asked for; of one that is parsed nothing else is held. */
export function opensEntry(text: Pick<CachedText, "entry">): () => CachedText["entry"] {
  return unparsed in text ? () => text.entry : gives(text.entry);
}

const gives = (entry: CachedText["entry"]) => () => entry;

const none: readonly Finding[] = [];

function saidBy(text: OpenedText): Buffer {
  return text[unparsed]?.() ?? Buffer.from(text.entry ? JSON.stringify(text.entry) : "");
}

function rowOf(text: CachedText, said: Row[1], names: NameTable): Row {
  const { hash, bytes, modified, changed, inode, findings, tokens, looked, lookedAt } = text;
  return [
    [hash, bytes, modified, changed, inode],
    said,
    tokens ? [tokens.record, tokens.text] : 0,
    looked === undefined || lookedAt === undefined ? 0 : [names.numberOf(looked), lookedAt],
    findings.length > 0 ? findings : 0,
  ];
}
