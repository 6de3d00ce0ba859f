import { join, relative, resolve, sep } from "node:path";
import { joinTally } from "../../archive/join-tally.ts";
import { finding, type Result } from "../../core/diagnostics/finding.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { SourceFile } from "../../core/model/document.ts";
import type { PublishedTally, Tally } from "../../core/model/tally.ts";
import { parseTally } from "../../read/parse-tally.ts";
import type { Folders } from "../folders.ts";
import { isWebAddress, readText, shownAddress } from "./read-text.ts";

const limits = { maxBytes: 4_000_000, timeoutSeconds: 10 };

/** A tally and the text it was read from, for code frames. */
export interface LoadedTally {
  readonly tally: Tally | undefined;
  readonly source: SourceFile | undefined;
}

/**
 * Reads the tally of `--tally` for an archive. Findings: tally/unreadable, tally/invalid, tally/contradicts,
 * tally/unknown-practice.
 *
 * @param origin file, or http(s) address such as the endpoint's /api/tally; undefined: no tally
 */
export async function loadTally(
  origin: string | undefined,
  { root, out }: Pick<Folders, "root" | "out">,
  archive: Archive,
): Promise<Result<LoadedTally>> {
  if (origin === undefined) return { value: { tally: undefined, source: undefined }, findings: [] };
  const path = isWebAddress(origin) ? shownAddress(origin) : pathFrom(root, origin);
  const baked = await readBaked(out);
  let read = await readPublished(origin, path);
  // A cache between may have given what it kept from before.
  if (read.published && baked && isBehind(read.published, baked) && isWebAddress(origin))
    read = await readPublished(`${origin}${origin.includes("?") ? "&" : "?"}at=${Date.now()}`, path);
  const { published, source, findings } = read;
  if (!published) return { value: { tally: undefined, source }, findings };
  const reason = baked && (await contradictionOf(published, baked, origin));
  if (reason) {
    const parameters = { reason, size: published.log.size, before: baked.log.size, file: pathFrom(root, bakedIn(out)) };
    return { value: { tally: undefined, source }, findings: [finding("tally/contradicts", path, parameters)] };
  }
  const joined = joinTally(archive, published, path);
  return { value: { tally: joined.value, source }, findings: joined.findings };
}

const pathFrom = (root: string, file: string): string => relative(root, resolve(file)).split(sep).join("/");

async function readPublished(origin: string, path: string) {
  const read = await readText(origin, limits);
  if ("unreadable" in read)
    return { published: undefined, source: undefined, findings: [finding("tally/unreadable", path, read.unreadable)] };
  const source = { path, text: read.text.replace(/^\ufeff/, "") };
  const { value: published, findings } = parseTally(source);
  return { published, source, findings };
}

const bakedIn = (out: string): string => join(out, "tally.json");

/** The tally that the site in the output folder was built with. */
async function readBaked(out: string): Promise<PublishedTally | undefined> {
  const read = await readText(bakedIn(out), limits);
  return "text" in read ? parseTally({ path: bakedIn(out), text: read.text }).value : undefined;
}

/**
 * The log is only ever added to: a shorter one, or another one of the same length, is not the one that was published. Of a
 * longer one the endpoint is asked for the row with which the published one ended.
 */
async function contradictionOf(
  published: PublishedTally,
  baked: PublishedTally,
  origin: string,
): Promise<"shorter" | "rewritten" | undefined> {
  const { size, root } = baked.log;
  if (published.log.size < size) return "shorter";
  if (published.log.size === size) return published.log.root === root ? undefined : "rewritten";
  const [, endpoint] = /^(https?:.*)\/api\/tally(?:\?|$)/i.exec(origin) ?? [];
  if (endpoint === undefined || size === 0) return undefined;
  const read = await readText(`${endpoint}/api/log?from=${size}&size=${size}`, limits);
  const row = "text" in read ? rowOf(read.text) : undefined;
  return row === undefined || row.hash === root ? undefined : "rewritten";
}

function isBehind(published: PublishedTally, baked: PublishedTally): boolean {
  return published.log.size < baked.log.size;
}

/** The only row of an answer of /api/log, if it is one. */
function rowOf(text: string): { readonly hash: string } | undefined {
  try {
    const { rows } = JSON.parse(text) as { rows?: readonly { hash?: unknown }[] };
    const hash = rows?.length === 1 ? rows[0]?.hash : undefined;
    return typeof hash === "string" ? { hash } : undefined;
  } catch {
    return undefined;
  }
}
