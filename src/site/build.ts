import type { Diagnostic, Finding } from "../core/diagnostics/finding.ts";
import { hasErrors } from "../core/diagnostics/severity.ts";
import { sortDiagnostics } from "../core/diagnostics/sort.ts";
import { nothingRewritten, type Rewritten } from "../core/model/rewrite-reason.ts";
import type { Route } from "../core/model/route.ts";
import { hasTrait, type RenderContext } from "../pages/kit/context.ts";
import { outputsByKind } from "../pages/pages.ts";
import { locate } from "../read/locate.ts";
import { checkOutFolder } from "./folders.ts";
import { type Feature, isInstalled } from "./optional-packages.ts";
import { type PreparedSite, prepareSite, type SiteOptions } from "./prepare-site.ts";
import { SecondProcessLost } from "./second-process/second-process.ts";
import { createSiteInMemory, type SiteInMemory } from "./site-in-memory.ts";
import type { KindStats, SiteSize } from "./site-stats.ts";
import type { WriteCounts } from "./writer/output-writer.ts";
import { type ArrivedChanges, writeSite } from "./writer/write-site.ts";

export interface BuildOptions extends Omit<SiteOptions, "progress"> {
  /** Told how far a stage has come. */
  readonly progress: (stage: Stage, done: number, total: number) => void;
  /** A further look at the archive, whatever is wrong with single files. */
  readonly review?: ((site: ReviewedSite) => readonly Finding[] | Promise<readonly Finding[]>) | undefined;
  /** A further look at a site whose pages could all be made. */
  readonly inspect?: (site: SiteInMemory) => Promise<readonly Finding[]>;
  /** True: the report is to say of each kind what it takes, also where there is nothing to do. */
  readonly wantsStats?: boolean;
  /** Makes the PDFs that the site lacks, if site.yaml asks for that; says whether there are new ones. */
  readonly makePdfs?: ((site: ReadySite) => Promise<MadePdfs | undefined>) | undefined;
  /** Asked before anything is put into place; see `WriteOptions`. */
  readonly changesArrived?: () => ArrivedChanges;
}

/** A site whose pages can be rendered. */
export type ReadySite = PreparedSite & { readonly context: RenderContext };

export interface MadePdfs {
  /** True: what a build publishes of them is another than before. */
  readonly hasNew: boolean;
  readonly findings: readonly Finding[];
  /** True: what makes them is not installed. */
  readonly isLeftOut: boolean;
}

export type Stage = "read" | "render";

/** What can be looked at in an archive beyond what a build looks at. */
export type ReviewedSite = Pick<PreparedSite, "archive" | "bodyOf" | "sourceOf">;

export interface BuildReport extends WriteCounts {
  /** Of the manifest that the build has left; undefined where it wrote nothing. */
  readonly stamp: string | undefined;
  /** Of all files, by kind; none of a build that had nothing to do. */
  readonly stats: readonly KindStats[];
  /** Of the site; undefined where none was written. */
  readonly size: SiteSize | undefined;
  /** The files that were written, and why. */
  readonly rewritten: Rewritten;
  /** True: what the build read has changed meanwhile. */
  readonly isOutdated: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Pages for readers; practices, each counted once for each of its languages. */
  readonly pages: number;
  readonly practices: number;
  /** Features that the site lacks because their packages are not installed. */
  readonly leftOut?: readonly Feature[];
  /** Milliseconds by stage. */
  readonly times: Readonly<Record<string, number>>;
  /** Text of a file as it was read, for code frames. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** The whole way from content/ to dist/, one stage after the other. With `write: false` it looks at everything and writes nothing. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { second } = options;
  if (!second) return buildAll(options);
  try {
    return await buildAll(options);
  } catch (error) {
    if (!(error instanceof SecondProcessLost)) throw error;
  } finally {
    await second.end();
  }
  // What was wrong there, this process says by itself.
  return buildAll({ ...options, second: undefined });
}

async function buildAll(options: BuildOptions): Promise<BuildReport> {
  const { folders, progress, write, target } = options;
  const findings: Finding[] = [...(write ? checkOutFolder(folders) : [])];
  const { prepared, pdfs, second } = await prepareWithPdfs(options);
  findings.push(...prepared.findings, ...((await options.review?.(prepared)) ?? []));
  const started = performance.now();
  let counts: WriteCounts = { written: 0, unchanged: 0, removed: 0 };
  let rewritten = nothingRewritten;
  let isOutdated = false;
  let stamp: string | undefined;
  let [stats, size]: [readonly KindStats[], SiteSize | undefined] = [[], undefined];
  const { context, cells, pictureFiles, facts } = prepared;
  if (context) {
    const outcome = await writeSite(context, {
      folders,
      assets: prepared.assets,
      write: write && !hasErrors(findings),
      progress,
      cells,
      pictureFiles,
      facts,
      second: hasErrors(findings) ? undefined : second,
      changesArrived: options.changesArrived ?? (() => "none"),
    });
    findings.push(...outcome.findings);
    ({ counts, rewritten, isOutdated, stats, stamp } = outcome);
    if (outcome.stats.length > 0) size = outcome.size;
    if (write) prepared.memory.save();
    // A PDF that could not be made does not keep the pages from being written.
    findings.push(...(pdfs?.findings ?? []));
  } else isOutdated = options.changesArrived !== undefined && options.changesArrived() !== "none";
  if (options.inspect && prepared.context && !hasErrors(findings))
    findings.push(...(await options.inspect(createSiteInMemory({ ...prepared, context: prepared.context }, folders))));
  return {
    ...counts,
    stamp,
    stats,
    size,
    rewritten,
    isOutdated,
    pages: countPages(prepared.routes),
    practices: prepared.routes.filter(({ kind }) => kind === "practice").length,
    diagnostics: sortDiagnostics(locate(findings, prepared.sourceOf)),
    leftOut: [
      ...(write && target.has("imageVariants") && !isInstalled("pictures") ? (["pictures"] as const) : []),
      ...(pdfs?.isLeftOut ? (["pdf"] as const) : []),
    ],
    times: { ...prepared.times, render: performance.now() - started },
    sourceOf: prepared.sourceOf,
  };
}

/** Prepares a site with its PDFs: their addresses and sizes stand on its pages, so that it is read again if some were made. */
async function prepareWithPdfs(options: BuildOptions) {
  const { second } = options;
  const prepare = (second: BuildOptions["second"]) =>
    prepareSite({ ...options, second, progress: (done, total) => options.progress("read", done, total) });
  const prepared = await prepare(second);
  const { context, site } = prepared;
  const isWanted = options.write && options.withSheetPdfs && (site.pdfs === "always" || site.pdfBooklets);
  if (!context || !isWanted || !options.makePdfs) return { prepared, pdfs: undefined, second };
  const pdfs = await options.makePdfs({ ...prepared, context });
  return pdfs?.hasNew ? { prepared: await prepare(undefined), pdfs, second: undefined } : { prepared, pdfs, second };
}

function countPages(routes: readonly Route[]): number {
  return routes.filter((route) => hasTrait({ outputs: outputsByKind }, route, "page")).length;
}
