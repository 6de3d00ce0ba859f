import { hash } from "node:crypto";
import { join } from "node:path";
import type { Finding } from "../diagnostics/finding.ts";
import { hasErrors } from "../diagnostics/severity.ts";
import type { Archive } from "../model/archive.ts";
import type { Body } from "../model/body.ts";
import type { Permalink } from "../model/ids.ts";
import type { LinkStyle, Profile, Route } from "../model/route.ts";
import type { Site } from "../model/site.ts";
import { planRoutes } from "../outputs/outputs.ts";
import type { RenderContext } from "../render/context.ts";
import type { Templates } from "../render/create-templates.ts";
import { BodyStore } from "./body-store.ts";
import { bundleScripts, type Scripts, scriptCache } from "./bundle-scripts.ts";
import { drawCards } from "./draw-cards.ts";
import type { Folders } from "./folders.ts";
import { type LoadedArchive, loadArchive } from "./load-archive.ts";
import { type Assets, loadAssets } from "./load-assets.ts";
import { loadEditor } from "./load-editor.ts";
import { loadTally } from "./load-tally.ts";
import { loadTemplates } from "./load-templates.ts";
import { type SharedParts, sharedPartsOf } from "./made-of.ts";
import { prepareTemplates } from "./prepare-templates.ts";
import { noPictures, scalePictures } from "./scale-pictures.ts";
import { findPublishedSheets } from "./sheet-index.ts";
import { createSourceReader } from "./source-reader.ts";
import { TextMemory } from "./text-memory.ts";

export interface SiteOptions {
  readonly folders: Folders;
  readonly profile: Profile;
  readonly linkStyle: LinkStyle;
  readonly withDrafts: boolean;
  /** File or address of the tally whose numbers the pages show. */
  readonly tally?: string | undefined;
  /** True: printed sheets that are up to date become part of the site. */
  readonly withSheetPdfs?: boolean;
  /** False: pictures are neither scaled for screens nor drawn for links. */
  readonly withPictures?: boolean;
  /** False: nothing may be written, not even into the cache. */
  readonly write: boolean;
  /** Told how many files of the content have been read. */
  readonly progress: (done: number, total: number) => void;
}

/** A site that is ready to be rendered, route by route. */
export interface PreparedSite {
  readonly site: Site;
  /** Of all that could be read. */
  readonly archive: Archive;
  readonly bodyOf: (file: string) => Body;
  /** Pages and other files of the site. */
  readonly routes: readonly Route[];
  /** Undefined if errors keep pages from being rendered. */
  readonly context: RenderContext | undefined;
  readonly assets: Assets;
  /** Where pictures that were made for screens and for links lie, by permalink. */
  readonly pictureFiles: ReadonlyMap<Permalink, string>;
  /** What all files of the site are made of; undefined like `context`. */
  readonly shared: SharedParts | undefined;
  readonly textHashOf: (file: string) => string;
  /** What was worked out of texts. */
  readonly memory: TextMemory;
  readonly findings: readonly Finding[];
  /** Milliseconds by stage. */
  readonly times: Readonly<Record<string, number>>;
  /** Text of a file as it was read, for code frames. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** From content/ and templates/ to all that rendering needs. */
export async function prepareSite(options: SiteOptions): Promise<PreparedSite> {
  const { folders } = options;
  const times: Record<string, number> = {};
  const findings: Finding[] = [];
  let last = performance.now();
  const lap = (stage: string): void => {
    const now = performance.now();
    times[stage] = now - last;
    last = now;
  };

  const cache = { folder: join(folders.state, "cache"), readOnly: !options.write };
  const bundling = bundleScripts(scriptCache(cache));
  // Awaited below; until then nobody is there to hear of a failure.
  bundling.catch(() => undefined);
  const loaded = await loadArchive({
    content: folders.content,
    withDrafts: options.withDrafts,
    cache: join(cache.folder, "texts"),
    readOnly: cache.readOnly,
    bodies: new BodyStore(),
    progress: options.progress,
  });
  findings.push(...loaded.findings);
  // Where practices have errors, the tally would seem to know too many.
  const tallyOrigin = hasErrors(loaded.findings) ? undefined : options.tally;
  const tally = await loadTally(tallyOrigin, folders.root, loaded.value.archive);
  findings.push(...tally.findings);
  const archive = { ...loaded.value.archive, tally: tally.value.tally };
  lap("load");
  const sources = loadTemplates(folders.templates);
  const templates = prepareTemplates(sources.value, cache);
  const scripts = selectScripts(await bundling, options);
  const assets = loadAssets(folders.templates, scripts);
  // Where one cannot be read, the others would seem to ask for templates that are not there.
  findings.push(...(hasErrors(sources.findings) ? sources.findings : templates.findings));
  lap("templates");
  const planning = { profile: options.profile, hosted: options.linkStyle === "pretty" };
  const routes = hasErrors(loaded.findings) ? { value: [], findings: [] } : planRoutes(archive, planning);
  findings.push(...routes.findings);
  lap("plan");

  const sourceOf = createSourceReader(folders, sources.value, tally.value.source);
  const memory = new TextMemory(cache.folder, loaded.value.textHashOf);
  const rendering = {
    ...contextOf({ ...loaded.value, archive }, routes.value, templates.value, assets.value),
    remembered: memory.remembered,
  };
  const sheets = options.withSheetPdfs ? findPublishedSheets(folders, archive, sourceOf) : undefined;
  findings.push(...(sheets?.findings ?? []));

  // Scaling takes its time, and who only looks needs none.
  const { withPictures = options.write } = options;
  const scales = withPictures && options.profile === "full" && !hasErrors(findings);
  const scaled = scales
    ? await scalePictures(archive, folders.content.folder, join(cache.folder, "pictures"))
    : noPictures;
  const cards =
    scales && options.linkStyle === "pretty"
      ? await drawCards(archive, join(cache.folder, "cards"))
      : new Map<Permalink, string>();
  lap("pictures");

  // A style sheet that lacks a picture does not keep the pages from being looked at.
  const context: RenderContext | undefined = hasErrors(findings)
    ? undefined
    : {
        ...rendering,
        pictures: scaled.pictures,
        cards: new Set(cards.keys()),
        linkStyle: options.linkStyle,
        fitsSheets: options.profile === "full",
        sheetPdfs: new Map([...(sheets?.value ?? [])].filter(([permalink]) => !rendering.planned.has(permalink))),
      };
  findings.push(...assets.findings);
  const isPublished = options.profile === "full" && options.linkStyle === "pretty";
  const editor = isPublished ? loadEditor(archive, folders) : undefined;
  findings.push(...(editor?.findings ?? []));
  return {
    site: archive.site,
    archive,
    bodyOf: loaded.value.bodyOf,
    routes: routes.value,
    context,
    assets: { ...assets.value, artifacts: [...assets.value.artifacts, ...(editor?.value ?? [])] },
    pictureFiles: new Map([...scaled.files, ...cards]),
    shared: context && sharedPartsOf(context, options.profile, sources.value),
    textHashOf: loaded.value.textHashOf,
    memory,
    findings,
    times,
    sourceOf,
  };
}

/** The part of a context that is the same however a site is made. */
export function contextOf(
  { archive, bodyOf, forewords }: Pick<LoadedArchive, "archive" | "bodyOf" | "forewords">,
  routes: readonly Route[],
  templates: Templates,
  assets: Pick<Assets, "permalinks">,
): Omit<RenderContext, "linkStyle" | "fitsSheets" | "sheetPdfs" | "pictures" | "cards" | "remembered"> {
  return {
    archive,
    routes,
    sha256: (text) => hash("sha256", text),
    planned: new Set(routes.map(({ permalink }) => permalink)),
    bodyOf,
    forewordOf: (file, language) => forewords.get(`${file} ${language}`),
    templates,
    assets: assets.permalinks,
  };
}

/** A copy on a disk has no endpoint beside it and is always there; the profile `pages` has neither a selection nor old addresses. */
function selectScripts(scripts: Scripts, { linkStyle, profile }: SiteOptions): Scripts {
  const isOfEndpoint = (name: string): boolean => name.startsWith("js/nominat");
  const isOfWorker = (name: string): boolean => /^js\/(?:offline|service-worker|retire)/.test(name);
  const hosted = linkStyle !== "files";
  return new Map(
    [...scripts].filter(([name]) =>
      isOfEndpoint(name) ? hosted : profile === "full" && (hosted || !isOfWorker(name)),
    ),
  );
}
