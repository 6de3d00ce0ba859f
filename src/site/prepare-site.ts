import { hash } from "node:crypto";
import { join } from "node:path";
import type { Finding } from "../core/diagnostics/finding.ts";
import { hasErrors } from "../core/diagnostics/severity.ts";
import type { Archive } from "../core/model/archive.ts";
import type { Body } from "../core/model/body.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { LinkStyle, Profile, Route } from "../core/model/route.ts";
import type { Site } from "../core/model/site.ts";
import type { RenderContext } from "../pages/kit/context.ts";
import { planRoutes } from "../pages/pages.ts";
import type { Templates } from "../template/create-templates.ts";
import { bundleScripts, type Scripts, scriptCache } from "./assets/bundle-scripts.ts";
import { type Assets, loadAssets } from "./assets/load-assets.ts";
import { loadEditor } from "./assets/load-cms.ts";
import { loadTemplates } from "./assets/load-templates.ts";
import { prepareTemplates } from "./assets/prepare-templates.ts";
import type { Folders } from "./folders.ts";
import { type SharedParts, sharedPartsOf } from "./incremental/fingerprints.ts";
import { TextMemory } from "./incremental/text-memory.ts";
import { BodyStore } from "./load/body-store.ts";
import { type LoadedArchive, loadArchive } from "./load/load-archive.ts";
import { loadTally } from "./load/load-tally.ts";
import { createSourceReader } from "./load/source-reader.ts";
import { drawCards } from "./pictures/draw-social-images.ts";
import { noPictures, scalePictures } from "./pictures/image-variants.ts";
import { findPublishedSheets } from "./sheet-index.ts";

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
  const templates = prepareTemplates(sources, cache);
  const scripts = selectScripts(await bundling, options);
  const assets = loadAssets(folders.templates, scripts);
  findings.push(...templates.findings);
  lap("templates");
  const planning = { profile: options.profile, hosted: options.linkStyle === "pretty" };
  const routes = hasErrors(loaded.findings) ? { value: [], findings: [] } : planRoutes(archive, planning);
  findings.push(...routes.findings);
  lap("plan");

  const sourceOf = createSourceReader(folders, sources, tally.value.source);
  const memory = new TextMemory(cache.folder, loaded.value.textHashOf);
  const rendering = {
    ...contextOf({ ...loaded.value, archive }, routes.value, templates.value, assets.value),
    remembered: memory.remembered,
  };
  const sheetPdfs = options.withSheetPdfs ? findPublishedSheets(folders, archive, sourceOf) : new Map();

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
        sheetPdfs: new Map([...sheetPdfs].filter(([permalink]) => !rendering.planned.has(permalink))),
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
    shared: context && sharedPartsOf(context, options.profile, sources),
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
