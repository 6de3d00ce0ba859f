import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { outputPath, permalinks } from "../../archive/permalinks.ts";
import type { Cells } from "../../core/cells/cells.ts";
import type { Finding } from "../../core/diagnostics/finding.ts";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Reason } from "../../core/model/rewrite-reason.ts";
import type { Artifact, Content, FileFacts, Route } from "../../core/model/route.ts";
import type { RenderContext } from "../../pages/kit/context.ts";
import { composeOfflineList, offlineListPath } from "../../pages/offline/page.ts";
import { companionFolder, remade, renderCompanions, renderContent } from "../../pages/pages.ts";
import { unreadable } from "../../read/unreadable.ts";
import { TemplateFault } from "../../template/template-fault.ts";
import type { Assets } from "../assets/load-assets.ts";
import type { Folders } from "../folders.ts";
import { Dependencies } from "../incremental/dependencies.ts";
import { ledgerPath, readLedger, writeLedger } from "../incremental/ledger.ts";
import { identifyProgram } from "../incremental/program-identity.ts";
import { createBreather, hearSignals } from "../load/breathe.ts";
import { readPublishedSheet } from "../sheet-index.ts";
import { type KindStats, type SiteSize, StatsCounter, sizeOf } from "../site-stats.ts";
import { outputPlaceOf } from "./manifest.ts";
import { OutputWriter, type WriteCounts } from "./output-writer.ts";
import { refused } from "./refused.ts";

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
  /** Asked before anything is put into place. */
  readonly changesArrived: () => ArrivedChanges;
}

/**
 * Whether what a build read has changed since it began: not; or so that it is to begin again, and nothing is written; or so often
 * that the site is written all the same, and the next build trusts nothing of it.
 */
export type ArrivedChanges = "none" | "begin-again" | "write-all-the-same";

/** A file that was written, and why. */
export interface Rewritten {
  readonly path: string;
  readonly reasons: readonly Reason[];
}

export interface WrittenSite {
  readonly counts: WriteCounts;
  /** Of all files, by kind; and the site as a whole. */
  readonly stats: readonly KindStats[];
  readonly size: SiteSize;
  readonly rewritten: readonly Rewritten[];
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
  stats: [],
  size: sizeOf([]),
  rewritten: [],
  isOutdated: false,
};

/** @param writer undefined if nothing is to be written */
async function writeInto(
  writer: OutputWriter | undefined,
  context: RenderContext,
  options: WriteOptions,
): Promise<WrittenSite> {
  const ledgerFile = ledgerPath(options.folders);
  const dependencies = openDependencies(context, options.cells, readLedger(ledgerFile, writer?.previous.stamp));
  const rewritten: Rewritten[] = [];
  const copy = ({ path, content }: Artifact): void => {
    if (writer?.add({ path, content })) rewritten.push({ path, reasons: dependencies.explain(path, true) });
  };
  const make = (path: string, render: () => Content): void => {
    // What is made in pieces is made while it is added.
    const isNew = dependencies.make(path, () => {
      const content = render();
      return writer?.add({ path, content });
    });
    if (isNew) rewritten.push({ path, reasons: dependencies.explain(path, false) });
  };
  const counter = new StatsCounter();
  const faults = await addFiles(context, options, { writer, dependencies, copy, make, counter });
  writer?.check();
  const findings = [...faults, ...(writer?.findings ?? [])];
  // Whoever pressed Ctrl+C by now gets the site as it was.
  if (writer) await hearSignals();
  const arrived = options.changesArrived();
  if (!writer || hasErrors(findings) || arrived === "begin-again") {
    writer?.abandon();
    return { ...nothingWritten, findings, isOutdated: arrived !== "none" };
  }
  const [stats, size] = [counter.list(writer.files()), sizeOf(writer.files())];
  const { counts, stamp } = writer.commit();
  // What was made of texts that changed meanwhile is unknown: the next build makes all of it again.
  if (arrived === "none") writeLedger(ledgerFile, stamp, dependencies.ledger());
  return { counts, stats, size, rewritten, findings, isOutdated: arrived !== "none" };
}

function openDependencies(context: RenderContext, cells: Cells, last: ReturnType<typeof readLedger>): Dependencies {
  const { place, extent } = context.target;
  const making = Object.entries(remade).map(([kind, make]) => [kind, (key: string) => make(key, context)]);
  const made = { program: identifyProgram(), options: `${place} ${extent}` };
  return new Dependencies({ cells, remade: Object.fromEntries(making) }, made, last);
}

/** What takes the files of a site. */
interface Receiver {
  /** Undefined if nothing is written. */
  readonly writer: OutputWriter | undefined;
  readonly dependencies: Dependencies;
  /** Adds a file that is not made of what pages are made of. */
  readonly copy: (file: Artifact) => void;
  /** Makes a file, adds it and notes what it is made of. */
  readonly make: (path: string, render: () => Content) => void;
  readonly counter: StatsCounter;
}

/** Adds all files of the site. Findings: those of templates, content/unreadable. */
async function addFiles(
  context: RenderContext,
  options: WriteOptions,
  receiver: Receiver,
): Promise<readonly Finding[]> {
  const { writer, copy } = receiver;
  const findings = await addRoutes(context, options, receiver);
  for (const file of copiedFiles(context, options, findings)) copy(file);
  if (writer && context.routes.some(({ kind }) => kind === "offline"))
    copy({ path: offlineListPath, content: composeOfflineList(writer.files(), context) });
  return findings;
}

/** Renders the routes whose files would not be what they were. */
async function addRoutes(context: RenderContext, options: WriteOptions, receiver: Receiver): Promise<Finding[]> {
  const breathe = createBreather();
  const faults: Finding[] = [];
  for (const [index, route] of context.routes.entries()) {
    try {
      receiver.counter.time(route.kind, () => addRoute(route, context, receiver));
      const facts = receiver.writer?.at(outputPath(route.permalink));
      if (facts) options.facts.set(route.permalink, facts);
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      faults.push(error.finding);
      if (faults.length >= enoughFaults) break;
    }
    options.progress("render", index + 1, context.routes.length);
    if (breathe.isDue()) await breathe.now();
  }
  return faults;
}

/** Keeps the files of a route if they would be what they were, else makes them. */
function addRoute(route: Route, context: RenderContext, receiver: Receiver): void {
  const { writer, dependencies, counter } = receiver;
  const file = outputPath(route.permalink);
  const folder = companionFolder(route);
  counter.place(file, route.kind);
  if (folder !== undefined) counter.place(folder, route.kind);
  const keepsFolder = (): boolean => folder === undefined || writer?.keepFolder(folder) === true;
  if (writer && dependencies.isSame(file) && writer.keep(file) && keepsFolder()) {
    dependencies.keep(file);
    return;
  }
  receiver.make(file, () => {
    // A file is made of its route, too: another kind of page may come to lie at an address.
    context.planned.has(route.permalink);
    return renderContent(route, context);
  });
  for (const companion of renderCompanions(route, context)) receiver.copy(companion);
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
