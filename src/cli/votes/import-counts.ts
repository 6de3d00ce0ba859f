import { basename } from "node:path";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import { formatCount } from "../../core/language/format.ts";
import type { Archive } from "../../core/model/archive.ts";
import { sha256Hex } from "../../nomination/node/node-primitives.ts";
import type { EditorEntry, Recorded } from "../../nomination/store.ts";
import { BodyStore } from "../../site/load/body-store.ts";
import { loadArchive } from "../../site/load/load-archive.ts";
import { readText } from "../../site/load/read-text.ts";
import { Failure } from "../failure.ts";
import { type OldCount, parseOldCounts, UnreadableCounts } from "./old-counts.ts";
import { todayOf, type VotesContext, withStore } from "./votes-context.ts";

const limits = { maxBytes: 20_000_000, timeoutSeconds: 10 };

/**
 * `votes import`: old counts as rows of the log, one a practice. The commitment names the file and the practice, so the
 * same file brings nothing a second time. Returns 1 if the file names practices that do not exist.
 */
export async function importCounts(context: VotesContext): Promise<number> {
  const { positionals, terminal, language, texts } = context;
  const [file = ""] = positionals;
  const count = (value: number): string => formatCount(value, language);
  const counts = await readCounts(file, context);
  const { sums, unknown } = resolve(counts, await readArchive(context));
  for (const { place, key } of unknown) {
    terminal.error(`${texts.votes.unknownPractice("practice" in key ? key.practice : `iid ${key.iid}`, place)}\n`);
  }
  const source = basename(file);
  const day = todayOf(context);
  const entries = [...sums].map(([practice, amount]): EditorEntry => {
    return { day, practice, kind: "import", amount, commitment: sha256Hex(`import ${source} ${practice}`) };
  });
  await withStore(context, "create", async (store) => {
    const results = entries.length === 0 ? [] : await store.record(entries);
    const added = entries.filter((_, index) => results[index]?.outcome === "counted");
    const total = added.reduce((sum, { amount }) => sum + amount, 0);
    terminal.out(`${texts.votes.imported(total, count(total), count(added.length), source)}\n`);
    const before = entries.length - added.length;
    if (before > 0) terminal.out(`${texts.votes.importedBefore(before, count(before), source)}\n`);
    for (const [index, entry] of entries.entries()) {
      const [row] = await rowsAt(results[index], store);
      if (row && row.amount !== entry.amount)
        terminal.error(`${texts.votes.importDiffers(entry.practice, count(row.amount), count(entry.amount))}\n`);
    }
  });
  return unknown.length > 0 ? 1 : 0;
}

async function rowsAt(
  result: Recorded | undefined,
  store: { rows(from: number, limit: number): Promise<readonly { amount: number }[]> },
) {
  return result?.outcome === "already-counted" ? store.rows(result.sequence, 1) : [];
}

async function readCounts(file: string, { terminal, texts }: VotesContext): Promise<readonly OldCount[]> {
  const read = await readText(file, limits);
  if ("unreadable" in read) {
    const { reason, detail } = read.unreadable;
    throw new Failure(`${file}: ${terminal.locale.unreadable[reason](detail)}.`);
  }
  try {
    return parseOldCounts(read.text);
  } catch (error) {
    if (!(error instanceof UnreadableCounts)) throw error;
    throw new Failure(texts.votes.notACount(file, error.place, error.value));
  }
}

/** The archive, drafts and all: what it is called today and was called before is in the content. */
async function readArchive({ folders, texts }: VotesContext): Promise<Archive> {
  const loaded = await loadArchive({
    content: folders.content,
    withDrafts: true,
    cache: undefined,
    readOnly: true,
    bodies: new BodyStore(),
    progress: () => {},
  });
  if (hasErrors(loaded.findings)) throw new Failure(texts.votes.contentHasErrors);
  return loaded.value.archive;
}

/** Counts by today's ids. Several old numbers can be one practice: its languages had numbers of their own. */
function resolve(counts: readonly OldCount[], { editions, formerIds }: Archive) {
  const items = [...editions.values()].flatMap(({ practices }) => practices.map(({ item }) => item));
  const ids = new Map<string, string>([...formerIds, ...items.map(({ id }) => [id, id] as const)]);
  const byIid = new Map(items.map(({ legacyIid, id }) => [legacyIid, id as string]));
  const sums = new Map<string, number>();
  const unknown: OldCount[] = [];
  for (const old of counts) {
    const id = "iid" in old.key ? byIid.get(old.key.iid) : ids.get(old.key.practice);
    if (id === undefined) unknown.push(old);
    else if (old.count > 0) sums.set(id, (sums.get(id) ?? 0) + old.count);
  }
  return { sums, unknown };
}
