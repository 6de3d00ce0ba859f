import { join } from "node:path";
import { locate } from "../content/locate.ts";
import type { Diagnostic, Finding } from "../diagnostics/finding.ts";
import { hasErrors } from "../diagnostics/severity.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import type { Language } from "../language/language.ts";
import type { LinkStyle, Profile, Route } from "../model/route.ts";
import { planRoutes } from "../outputs/outputs.ts";
import type { RenderContext } from "../render/context.ts";
import { createTemplates } from "../render/create-templates.ts";
import { bundleScripts, type ScriptCache } from "./bundle-scripts.ts";
import { checkOutFolder, type Folders } from "./folders.ts";
import { type LoadedArchive, loadArchive } from "./load-archive.ts";
import { loadAssets } from "./load-assets.ts";
import { loadTally } from "./load-tally.ts";
import { loadTemplates } from "./load-templates.ts";
import type { WriteCounts } from "./output-writer.ts";
import { createSourceReader } from "./source-reader.ts";
import { writeSite } from "./write-site.ts";

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
