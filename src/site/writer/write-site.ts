import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { outputPath, permalinks } from "../../archive/permalinks.ts";
import type { Cells } from "../../core/cells/cells.ts";
import type { Finding } from "../../core/diagnostics/finding.ts";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { nothingRewritten, type Rewritten } from "../../core/model/rewrite-reason.ts";
import type { Artifact, FileFacts, Route } from "../../core/model/route.ts";
import { hasTrait, type RenderContext } from "../../pages/kit/context.ts";
import { composeOfflineList, offlineListPath } from "../../pages/offline/page.ts";
import { searchIndex } from "../../pages/search/search-index.ts";
import { unreadable } from "../../read/unreadable.ts";
import { TemplateFault } from "../../template/template-fault.ts";
import type { Assets } from "../assets/load-assets.ts";
import type { Folders } from "../folders.ts";
import { KeptValues } from "../incremental/kept-values.ts";
import { ledgerPath, readLedger, valuesPath, writeLedger } from "../incremental/ledger.ts";
import { createBreather, hearSignals } from "../load/breathe.ts";
import { type SecondProcess, SecondProcessLost } from "../second-process/second-process.ts";
import { readPublishedSheet } from "../sheet-index.ts";
import { type KindStats, type SiteSize, sizeOf } from "../site-stats.ts";
import { outputPlaceOf } from "./manifest.ts";
import { OutputWriter, type WriteCounts } from "./output-writer.ts";
import { refused } from "./refused.ts";
import { RouteAdder } from "./route-adder.ts";

/** At this many template faults rendering stops: the same mistake would be found on every page. */
const enoughFaults = 10;

export interface WriteOptions {
  readonly folders: Folders;
  readonly assets: Pick<Assets, "artifacts">;
  /** False: every route is rendered, and nothing is written. */
  readonly write: boolean;
  /** All that rendering can look at. */
  readonly cells: Cells;
  /** Where pictures that were made for screens and for links lie, by permalink. */
  readonly pictureFiles: ReadonlyMap<Permalink, string>;
  /** Where to note what the files of the site are, for others that say it. */
  readonly facts: Map<Permalink, FileFacts>;
  readonly progress: (stage: "render", done: number, total: number) => void;
  /** Makes half of the pages, if there is one. */
  readonly second?: SecondProcess | undefined;
  /** Asked before anything is put into place. */
  readonly changesArrived: () => ArrivedChanges;
}

/**
 * Whether what a build read has changed since it began: not; or so that it is to begin again, and nothing is written; or so often
 * that the site is written all the same, and the next build trusts nothing of it.
 */
export type ArrivedChanges = "none" | "begin-again" | "write-all-the-same";

export interface WrittenSite {
  readonly counts: WriteCounts;
  /** Of the manifest; undefined where nothing was written. */
  readonly stamp: string | undefined;
  /** Of all files, by kind; and the site as a whole. */
  readonly stats: readonly KindStats[];
  readonly size: SiteSize;
  readonly rewritten: Rewritten;
  readonly findings: readonly Finding[];
  /** True: what the build read has changed meanwhile. */
  readonly isOutdated: boolean;
}

/**
 * Renders every route that is made of something else than at the last build, and writes what has changed, or nothing at all if
 * something is wrong.
 */
export async function writeSite(context: RenderContext, options: WriteOptions): Promise<WrittenSite> {
  const place = outputPlaceOf(options.folders);
  let writer: OutputWriter | undefined;
  try {
    writer = options.write ? new OutputWriter(place) : undefined;
    return await writeInto(writer, context, options);
  } catch (error) {
    writer?.abandon();
    const code = writer?.progress === "some" ? "output/unfinished" : "output/unwritable";
    const finding = refused(error, code, place);
    if (!finding || writer?.progress === "all") throw error;
    return { ...nothingWritten, findings: [finding] };
  }
}

const nothingWritten = {
  counts: { written: 0, unchanged: 0, removed: 0 },
  stamp: undefined,
  stats: [],
  size: sizeOf([]),
  rewritten: nothingRewritten,
  isOutdated: false,
};

/** @param writer undefined if nothing is to be written */
async function writeInto(
  writer: OutputWriter | undefined,
  context: RenderContext,
  options: WriteOptions,
): Promise<WrittenSite> {
  const ledgerFile = ledgerPath(options.folders);
  const last = readLedger(ledgerFile, writer?.previous.stamp);
  const values = new KeptValues(valuesPath(options.folders), last?.values ?? "");
  const adder = new RouteAdder(context, { cells: options.cells, writer, last, values });
  const faults = await addFiles(context, options, adder);
  writer?.check();
  const findings = [...faults, ...(writer?.findings ?? [])];
  // Whoever pressed Ctrl+C by now gets the site as it was.
  if (writer) await hearSignals();
  const arrived = options.changesArrived();
  if (!writer || hasErrors(findings) || arrived === "begin-again") {
    writer?.abandon();
    return { ...nothingWritten, findings, isOutdated: arrived !== "none" };
  }
  const [stats, size] = [adder.stats(), sizeOf(writer.files())];
  const { counts, stamp } = writer.commit((stamp) => {
    // What was made of texts that changed meanwhile is unknown: the next build makes all of it again.
    if (arrived === "none") writeLedger(ledgerFile, stamp, adder.dependencies.ledger());
  });
  return { counts, stamp, stats, size, rewritten: adder.rewritten, findings, isOutdated: arrived !== "none" };
}

/** Adds all files of the site. Findings: those of templates, content/unreadable. */
async function addFiles(context: RenderContext, options: WriteOptions, adder: RouteAdder): Promise<readonly Finding[]> {
  const { second } = options;
  const done = countDone(context, options);
  const findings = second
    ? await shareRoutes(options, { context, adder, done, second })
    : await addRoutes(inOrder(context.routes), options, { context, adder, done });
  for (const file of copiedFiles(context, options, findings)) adder.copy(file);
  const { writer } = adder;
  if (writer && context.routes.some(({ kind }) => kind === "offline"))
    adder.copy({ path: offlineListPath, content: composeOfflineList(writer.files(), context) });
  return findings;
}

/** Pages of practices, which no other file asks for, are made in two processes. Throws `SecondProcessLost`, also for a template with a fault. */
async function shareRoutes(
  options: WriteOptions,
  { second, ...adding }: Adding & { readonly second: SecondProcess },
): Promise<Finding[]> {
  const { context, adder, done } = adding;
  const { shared = [], own = [] } = Object.groupBy(context.routes, ({ kind }) =>
    kind === "practice" ? "shared" : "own",
  );
  const slices = second.offerPages(shared, (share, count) => {
    adder.adopt(share);
    done(count);
  });
  const faults = await addRoutes(inOrder(own), options, adding);
  await second.workOff(slices, async (slice) => {
    faults.push(...(await addRoutes(slice, options, adding)));
  });
  // Which ten of many are found depends on the order of the pages.
  if (faults.length > 0) throw new SecondProcessLost("a template has a fault");
  for (const [kind, milliseconds] of await second.finish()) adder.counter.add(kind, milliseconds);
  return faults;
}

/** While the index of the search is made it takes more room than anything else: it comes first, when little else is kept. */
function inOrder(routes: readonly Route[]): readonly Route[] {
  const isIndex = ({ kind }: Route): boolean => kind === searchIndex.kind;
  return [...routes.filter(isIndex), ...routes.filter((route) => !isIndex(route))];
}

interface Adding {
  readonly context: RenderContext;
  readonly adder: RouteAdder;
  /** Told how many more routes are done. */
  readonly done: (count: number) => void;
}

/** Counts files for the progress bar. */
function countDone({ routes }: RenderContext, { progress }: WriteOptions): (count: number) => void {
  let sum = 0;
  return (count) => {
    sum += count;
    progress("render", sum, routes.length);
  };
}

/** Renders the routes whose files would not be what they were. */
async function addRoutes(
  routes: readonly Route[],
  { facts }: WriteOptions,
  { context, adder, done }: Adding,
): Promise<Finding[]> {
  const breathe = createBreather();
  const faults: Finding[] = [];
  for (const route of routes) {
    try {
      adder.add(route);
      // No file says what a page is, and pages are most of a site.
      const made = hasTrait(context, route, "page") ? undefined : adder.writer?.at(outputPath(route.permalink));
      if (made) facts.set(route.permalink, made);
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      faults.push(error.finding);
      if (faults.length >= enoughFaults) break;
    }
    done(1);
    if (breathe.isDue()) await breathe.now();
  }
  return faults;
}

/** A file that is copied. */
interface Original {
  readonly permalink: Permalink;
  /** As a finding calls it. */
  readonly name: string;
  readonly read: () => Uint8Array;
}

/** Files of the site that are not rendered. Finding: content/unreadable. */
function* copiedFiles(context: RenderContext, options: WriteOptions, findings: Finding[]): Generator<Artifact> {
  yield* options.assets.artifacts;
  for (const [permalink, file] of options.pictureFiles)
    yield { path: outputPath(permalink), content: readFileSync(file) };
  for (const { permalink, name, read } of listOriginals(context, options)) {
    try {
      yield { path: outputPath(permalink), content: read() };
    } catch (error) {
      findings.push(unreadable(name, error));
    }
  }
}

function* listOriginals({ archive, sheetPdfs }: RenderContext, { folders }: WriteOptions): Generator<Original> {
  const { content, state } = folders;
  for (const { path, storedAs = path, source } of archive.media.values())
    yield { permalink: permalinks.media(path), name: source, read: () => readFileSync(join(content.folder, storedAs)) };
  for (const permalink of sheetPdfs.keys()) {
    const name = `${basename(state)}${permalink}`;
    yield { permalink, name, read: () => readPublishedSheet(folders, permalink) };
  }
}
