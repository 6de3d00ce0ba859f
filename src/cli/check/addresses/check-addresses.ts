import { join } from "node:path";
import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import type { ReviewedSite } from "../../../site/build.ts";
import { readStateFile, writeStateFile } from "../../../site/incremental/state-file.ts";
import type { AddressState } from "./ask-address.ts";
import { askPolitely } from "./ask-politely.ts";
import { collectAddresses, type Mention } from "./collect-addresses.ts";

/** Results are kept for a day, so that a second check asks only for the addresses that were fixed. */
const memoryTtlMs = 24 * 60 * 60 * 1000;
const requestTimeoutMs = 15_000;
const pauseMs = 500;
const memoryKey = "addresses";

type Memory = Readonly<Record<string, { readonly askedAt: number; readonly answer: AddressState }>>;

/**
 * Checks every address of another site in the archive.
 *
 * Findings: address/gone, address/moved, address/unclear.
 * @param stateFolder `.praktika`, where results are kept
 */
export async function checkAddresses(
  site: ReviewedSite,
  stateFolder: string,
  progress: (done: number, total: number) => void,
): Promise<readonly Finding[]> {
  const mentions = collectAddresses(site);
  const file = join(stateFolder, "cache", "addresses.json");
  const now = Date.now();
  const remembered = Object.entries((readStateFile(file, memoryKey) ?? {}) as Memory).filter(
    ([, { askedAt }]) => now - askedAt < memoryTtlMs,
  );
  const known = new Map(remembered.map(([url, { answer }]) => [url, answer]));
  const { baseUrl } = site.archive.site;
  const userAgent = `Praktika link check${baseUrl ? ` (+${baseUrl})` : ""}`;
  const unknown = [...mentions.keys()].filter((url) => !known.has(url));
  const asked = await askPolitely(unknown, { userAgent, requestTimeoutMs, pauseMs }, progress);
  // An unclear state may be temporary: do not keep it.
  const news = [...asked].filter(([, { kind }]) => kind !== "unclear");
  const memory = Object.fromEntries([...remembered, ...news.map(([url, answer]) => [url, { askedAt: now, answer }])]);
  if (news.length > 0) writeStateFile(file, memoryKey, memory);
  return [...mentions].flatMap(([url, places]) =>
    places.flatMap((place) => toFinding(url, known.get(url) ?? asked.get(url), place)),
  );
}

function toFinding(url: string, answer: AddressState | undefined, { file, location }: Mention): readonly Finding[] {
  switch (answer?.kind) {
    case "gone":
      return [finding("address/gone", file, { url, reason: answer.reason }, location)];
    case "moved":
      return [finding("address/moved", file, { url, to: answer.to }, location)];
    case "unclear":
      return [finding("address/unclear", file, { url, reason: answer.reason }, location)];
    default:
      return [];
  }
}
