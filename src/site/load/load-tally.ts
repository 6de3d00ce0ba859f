import { relative, resolve, sep } from "node:path";
import { joinTally } from "../../archive/join-tally.ts";
import { finding, type Outcome } from "../../core/diagnostics/finding.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { SourceFile } from "../../core/model/document.ts";
import type { Tally } from "../../core/model/tally.ts";
import { parseTally } from "../../read/parse-tally.ts";
import { isWebAddress, readText, shownAddress } from "./read-text.ts";

const limits = { maxBytes: 4_000_000, timeoutSeconds: 10 };

/** A tally and the text it was read from, for code frames. */
export interface LoadedTally {
  readonly tally: Tally | undefined;
  readonly source: SourceFile | undefined;
}

/**
 * Reads the tally of `--tally` for an archive. Findings: tally/unreadable, tally/invalid, tally/unknown-practice.
 *
 * @param origin file, or http(s) address such as the endpoint's /api/tally; undefined: no tally
 * @param root from where the path of a file is shown
 */
export async function loadTally(
  origin: string | undefined,
  root: string,
  archive: Archive,
): Promise<Outcome<LoadedTally>> {
  if (origin === undefined) return { value: { tally: undefined, source: undefined }, findings: [] };
  const path = isWebAddress(origin) ? shownAddress(origin) : relative(root, resolve(origin)).split(sep).join("/");
  const read = await readText(origin, limits);
  if ("unreadable" in read) {
    const findings = [finding("tally/unreadable", path, read.unreadable)];
    return { value: { tally: undefined, source: undefined }, findings };
  }
  const source = { path, text: read.text.replace(/^\ufeff/, "") };
  const published = parseTally(source);
  if (!published.value) return { value: { tally: undefined, source }, findings: published.findings };
  const joined = joinTally(archive, published.value, path);
  return { value: { tally: joined.value, source }, findings: joined.findings };
}
