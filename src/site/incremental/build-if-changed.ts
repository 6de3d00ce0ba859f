import { existsSync } from "node:fs";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import { nothingRewritten } from "../../core/model/rewrite-reason.ts";
import type { BuildOptions, BuildReport } from "../build.ts";
import type { Folders } from "../folders.ts";
import { makeRoomForState } from "../keep-heap-small.ts";
import { readHead } from "../load/git-history.ts";
import { createSourceReader } from "../load/source-reader.ts";
import { isWorthSharing, SecondProcess } from "../second-process/second-process.ts";
import { finishInterrupted } from "../writer/journal.ts";
import { outputPlaceOf } from "../writer/manifest.ts";
import { refused } from "../writer/refused.ts";
import { ledgerPath } from "./ledger.ts";
import { findUnchangedBuild, fingerprintInputs, type RememberedBuild, rememberBuild } from "./unchanged.ts";

export interface IncrementalOptions extends BuildOptions {
  /** Number of processes; undefined: as many as are worth it. */
  readonly jobs?: number | undefined;
}

/** How often a build begins again because files changed while it ran. */
const maxRounds = 4;

/**
 * A build, unless everything that it would read and everything that it would write is as the last one left it: then the report
 * of that one. What renders is loaded only when there is something to do. If files change while it runs, it begins again: a page
 * that mixes two versions of a text would be taken for one of them.
 */
export async function buildIfChanged(options: IncrementalOptions): Promise<BuildReport> {
  const place = outputPlaceOf(options.folders);
  try {
    finishInterrupted(place);
  } catch (error) {
    const finding = refused(error, "output/unfinished", place);
    if (!finding) throw error;
    const { locate } = await import("../../read/locate.ts");
    const diagnostics = locate([finding], () => undefined);
    return repeatReport(
      { files: 0, pages: 0, practices: 0, diagnostics, leftOut: [], size: undefined },
      options.folders,
    );
  }
  for (let round = 1; ; round++) {
    const report = await buildOnce(options, round === maxRounds);
    if (report && (!report.isOutdated || round === maxRounds)) return report;
  }
}

/** Undefined if files changed while it ran in a way that left nothing to be made of them. */
async function buildOnce(options: IncrementalOptions, isLast: boolean): Promise<BuildReport | undefined> {
  const { folders, target, withDrafts, withSheetPdfs = false, tally } = options;
  const look = () => {
    // The commit says how old each text is.
    const options = [target.place, target.extent, withDrafts, withSheetPdfs, readHead(folders.content.folder)];
    return fingerprintInputs(folders, options, tally);
  };
  let began = Date.now();
  let inputs = look();
  // What a tally on the web says, only asking it can tell.
  const isFromWeb = tally !== undefined && /^https?:/i.test(tally);
  const last = isFromWeb || options.wantsStats ? undefined : findUnchangedBuild(folders, inputs);
  if (last) return repeatReport(last, folders);
  const follows = existsSync(ledgerPath(folders));
  const second = follows ? undefined : startSecond(options, inputs?.texts.size ?? 0);
  if (follows) makeRoomForState();
  // Nothing is remembered whose state would be compared.
  else inputs?.texts.clear();
  const { build } = await import("../build.ts");
  const hasChanged = (): boolean => look()?.moment !== inputs?.moment;
  const report = await build({
    ...options,
    second,
    write: true,
    stateOf: (path) => inputs?.texts.get(path),
    // What was made is an input as well; everything is read again after it.
    makePdfs: async (site) => {
      const pdfs = await options.makePdfs?.(site);
      if (pdfs?.hasNew) {
        began = Date.now();
        inputs = look();
      }
      return pdfs;
    },
    changesArrived: () => (hasChanged() ? (isLast ? "write-all-the-same" : "begin-again") : "none"),
  }).catch((error: unknown) => {
    // A text or picture that has been read may be gone when its page is made.
    if (isLast || !hasChanged()) throw error;
    return undefined;
  });
  if (!report) return undefined;
  const { diagnostics, pages, practices, written, unchanged, isOutdated, leftOut = [], size, stamp } = report;
  // What stands in a tally cannot be shown again without reading it.
  const isShownAgain = diagnostics.every(({ file }) => report.sourceOf(file) === undefined || isOurs(file, folders));
  if (inputs && stamp && !isFromWeb && !isOutdated && isShownAgain && !hasErrors(diagnostics))
    rememberBuild(
      folders,
      { inputs, began },
      { stamp, files: written + unchanged, pages, practices, diagnostics, leftOut, size },
    );
  return report;
}

/** A second process, where there is much to do: all of a large site. */
function startSecond({ folders, target, withDrafts, jobs }: IncrementalOptions, texts: number) {
  if (!isWorthSharing(texts, jobs)) return undefined;
  return new SecondProcess({ folders, place: target.place, extent: target.extent, withDrafts });
}

function isOurs(file: string, { content }: Folders): boolean {
  return file.startsWith(`${content.name}/`) || file.startsWith("templates/");
}

function repeatReport(
  {
    files,
    pages,
    practices,
    diagnostics,
    leftOut,
    size,
    stamp,
  }: Omit<RememberedBuild, "inputs" | "stamp"> & { readonly stamp?: string },
  folders: Folders,
): BuildReport {
  return {
    written: 0,
    unchanged: files,
    removed: 0,
    stamp,
    stats: [],
    size,
    rewritten: nothingRewritten,
    isOutdated: false,
    pages,
    practices,
    diagnostics,
    leftOut,
    times: {},
    sourceOf: createSourceReader(folders, new Map(), undefined),
  };
}
