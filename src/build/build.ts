import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outputPath, permalinks } from "../archive/permalinks.ts";
import { locate } from "../content/locate.ts";
import { readSource } from "../content/read-content.ts";
import type { Diagnostic, Finding } from "../diagnostics/finding.ts";
import { hasErrors } from "../diagnostics/severity.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import type { Language } from "../language/language.ts";
import type { SourceFile } from "../model/document.ts";
import type { LinkStyle, Profile, Route } from "../model/route.ts";
import { planRoutes, renderRoute } from "../outputs/outputs.ts";
import type { RenderContext } from "../render/context.ts";
import { createTemplates } from "../render/create-templates.ts";
import { TemplateFault } from "../render/template-fault.ts";
import { bundleScripts, type ScriptCache } from "./bundle-scripts.ts";
import { checkOutFolder, type Folders } from "./folders.ts";
import { type LoadedArchive, loadArchive } from "./load-archive.ts";
import { type Assets, loadAssets } from "./load-assets.ts";
import { loadTally } from "./load-tally.ts";
import { loadTemplates } from "./load-templates.ts";
import { manifestPath, readManifest, writeManifest } from "./manifest-file.ts";
import { OutputWriter, type WriteCounts } from "./output-writer.ts";

export interface BuildOptions {
  readonly folders: Folders;
  readonly profile: Profile;
  readonly linkStyle: LinkStyle;
  readonly withDrafts: boolean;
  /** File or address of the tally whose numbers the pages show. */
  readonly tally?: string | undefined;
  /** False: look at everything, write nothing. */
  readonly write: boolean;
  /** Told how far a stage has come. */
  readonly progress: (stage: Stage, done: number, total: number) => void;
}

export type Stage = "read" | "render";

export interface BuildReport extends WriteCounts {
  readonly diagnostics: readonly Diagnostic[];
  /** Pages and other files of the site. */
  readonly routes: readonly Route[];
  readonly editorLanguage: Language | undefined;
  /** Milliseconds by stage. */
  readonly times: Readonly<Record<string, number>>;
  /** Text of a file as it was read, for code frames. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** At this many template faults rendering stops: the same mistake would be found on every page. */
const enoughFaults = 10;

/** The whole way from content/ to dist/, one stage after the other. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { folders, progress } = options;
  const times: Record<string, number> = {};
  const findings: Finding[] = [...(options.write ? checkOutFolder(folders) : [])];
  let last = performance.now();
  const lap = (stage: string): void => {
    const now = performance.now();
    times[stage] = now - last;
    last = now;
  };

  const loaded = await loadArchive(folders.content, options.withDrafts, (done, total) => progress("read", done, total));
  findings.push(...loaded.findings);
  // Where practices have errors, the tally would seem to know too many.
  const tallyOrigin = hasErrors(loaded.findings) ? undefined : options.tally;
  const tally = await loadTally(tallyOrigin, folders.root, loaded.value.archive);
  findings.push(...tally.findings);
  const archive = { ...loaded.value.archive, tally: tally.value.tally };
  lap("load");
  const sources = loadTemplates(folders.templates);
  const templates = createTemplates(sources);
  const scripts = options.linkStyle === "files" ? new Map() : await bundleScripts(cacheOf(options));
  const assets = loadAssets(folders.templates, scripts);
  findings.push(...templates.findings);
  lap("templates");
  const routes = hasErrors(loaded.findings) ? { value: [], findings: [] } : planRoutes(archive, options.profile);
  findings.push(...routes.findings);
  lap("plan");

  // A style sheet that lacks a picture does not keep the pages from being looked at.
  const canRender = !hasErrors(findings);
  findings.push(...assets.findings);
  let counts: WriteCounts = { written: 0, unchanged: 0, removed: 0 };
  if (canRender) {
    const context: RenderContext = {
      archive,
      routes: routes.value,
      planned: new Set(routes.value.map(({ permalink }) => permalink)),
      bodyOf: (file) => bodyIn(loaded.value, file),
      forewordOf: (file, language) => loaded.value.forewords.get(`${file} ${language}`),
      templates: templates.value,
      assets: assets.value.permalinks,
      linkStyle: options.linkStyle,
    };
    const outcome = writeSite(context, assets.value, options, options.write && !hasErrors(findings));
    findings.push(...outcome.findings);
    counts = outcome.counts;
  }
  lap("render");

  const sourceOf = createSourceReader(folders, sources, tally.value.source);
  return {
    ...counts,
    diagnostics: sortDiagnostics(locate(findings, sourceOf)),
    routes: routes.value,
    editorLanguage: archive.site.editorLanguage,
    times,
    sourceOf,
  };
}

function cacheOf({ folders, write }: BuildOptions): ScriptCache {
  return { folder: join(folders.state, "cache"), readOnly: !write };
}

function bodyIn({ bodies }: LoadedArchive, file: string) {
  const body = bodies.get(file);
  if (!body) throw new Error(`no text of ${file}`);
  return body;
}

/** Renders every route and writes what has changed, or nothing at all if something is wrong. */
function writeSite(
  context: RenderContext,
  assets: Assets,
  options: BuildOptions,
  write: boolean,
): { counts: WriteCounts; findings: readonly Finding[] } {
  const { folders } = options;
  const path = manifestPath(folders.state, folders.out);
  const writer = write ? new OutputWriter(folders.out, readManifest(path, folders.out)) : undefined;
  const faults: Finding[] = [];
  const unwritten = { written: 0, unchanged: 0, removed: 0 };
  try {
    for (const [index, route] of context.routes.entries()) {
      try {
        const artifact = renderRoute(route, context);
        writer?.add(artifact);
      } catch (error) {
        if (!(error instanceof TemplateFault)) throw error;
        faults.push(error.finding);
        if (faults.length >= enoughFaults) break;
      }
      options.progress("render", index + 1, context.routes.length);
    }
    for (const artifact of assets.artifacts) writer?.add(artifact);
    for (const { path: media } of context.archive.media.values()) {
      writer?.add({
        path: outputPath(permalinks.media(media)),
        content: readFileSync(join(folders.content.folder, media)),
      });
    }
    const findings = [...faults, ...(writer?.findings ?? [])];
    if (!writer || hasErrors(findings)) {
      writer?.abandon();
      return { counts: unwritten, findings };
    }
    const { counts, manifest } = writer.commit();
    writeManifest(path, folders.out, manifest);
    return { counts, findings };
  } catch (error) {
    writer?.abandon();
    throw error;
  }
}

/** Reads the text of a content file or template again, or gives that of the tally, to show the line that a diagnostic is about. */
function createSourceReader(
  folders: Folders,
  templates: ReadonlyMap<string, string>,
  tally: SourceFile | undefined,
): (file: string) => string | undefined {
  return (file) => {
    if (file === tally?.path) return tally.text;
    if (file.startsWith("templates/")) {
      const name = file.slice("templates/".length);
      return templates.get(name) ?? readAsset(folders, name);
    }
    if (!file.startsWith(`${folders.content.name}/`)) return undefined;
    return readSource(folders.content, file).value?.text;
  };
}

function readAsset(folders: Folders, name: string): string | undefined {
  for (const folder of folders.templates) {
    try {
      return readFileSync(join(folder, name), "utf8");
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}
