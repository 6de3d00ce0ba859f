import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outputPath } from "../archive/permalinks.ts";
import type { Cells } from "../core/cells/cells.ts";
import type { Finding, Result } from "../core/diagnostics/finding.ts";
import { hasErrors } from "../core/diagnostics/severity.ts";
import type { Archive } from "../core/model/archive.ts";
import type { Body } from "../core/model/body.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { ScaledPictures } from "../core/model/picture.ts";
import type { Artifact, FileFacts, Route } from "../core/model/route.ts";
import type { Site } from "../core/model/site.ts";
import type { Target } from "../core/target.ts";
import type { RenderContext } from "../pages/kit/context.ts";
import { type NamedScript, pageScripts, planRoutes } from "../pages/pages.ts";
import { bundleScripts, type Scripts, scriptCache } from "./assets/bundle-scripts.ts";
import { type Assets, loadAssets } from "./assets/load-assets.ts";
import { loadEditor } from "./assets/load-cms.ts";
import { loadStatic } from "./assets/load-static.ts";
import { loadTemplates } from "./assets/load-templates.ts";
import { composeLookStyles } from "./assets/look-styles.ts";
import { prepareTemplates } from "./assets/prepare-templates.ts";
import { checkDesign } from "./check-design.ts";
import { type ContextParts, createContext } from "./create-context.ts";
import type { Folders } from "./folders.ts";
import { shortHash } from "./incremental/short-hash.ts";
import type { TextCacheOptions } from "./incremental/text-cache.ts";
import { TextMemory } from "./incremental/text-memory.ts";
import { BodyStore } from "./load/body-store.ts";
import { type LoadedArchive, loadArchive } from "./load/load-archive.ts";
import { loadTally } from "./load/load-tally.ts";
import { loadVersions } from "./load/load-versions.ts";
import { createSourceReader } from "./load/source-reader.ts";
import { drawIcons } from "./pictures/draw-icons.ts";
import { drawSocialImages } from "./pictures/draw-social-images.ts";
import { makeImageVariants } from "./pictures/image-variants.ts";
import type { SecondProcess } from "./second-process/second-process.ts";
import { findPublishedSheets } from "./sheet-index.ts";

export interface SiteOptions {
  readonly folders: Folders;
  readonly target: Target;
  readonly withDrafts: boolean;
  /** File or address of the tally whose numbers the pages show. */
  readonly tally?: string | undefined;
  /** True: printed sheets that are up to date become part of the site. */
  readonly withSheetPdfs?: boolean;
  /** False: pictures are neither scaled for screens nor drawn for links. */
  readonly withPictures?: boolean;
  /** False: nothing may be written, not even into the cache. */
  readonly write: boolean;
  /** See `TextCacheOptions`. */
  readonly stateOf?: TextCacheOptions["stateOf"];
  /** Another process to share the work with. */
  readonly second?: SecondProcess | undefined;
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
  /** What files are, noted when they are written. */
  readonly facts: Map<Permalink, FileFacts>;
  /** All that rendering can look at, and what it has looked at. */
  readonly cells: Cells;
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
  const { folders, target } = options;
  const watch = startStopwatch();
  const cache = { folder: join(folders.state, "cache"), readOnly: !options.write };
  const bundling = startBundling(cache);
  const loaded = await loadWithTally(options);
  const { archive, cells } = loaded.value;
  watch.lap("load");
  const sources = loadTemplates(folders.templates);
  const templates = prepareTemplates(sources.value, cache);
  const assets = loadSiteAssets(options, archive.site, await bundling);
  watch.lap("templates");
  const { routes, arrangement } = planOnce(loaded, target);
  watch.lap("plan");
  const statics = loadStaticBeside(routes.value, folders);
  const sourceOf = createSourceReader(folders, sources.value, loaded.tallySource);
  const sheets = publishedSheets(options, { archive, routes: routes.value, sourceOf });
  const findings = [
    ...loaded.findings,
    ...templateFindings(sources, templates),
    ...routes.findings,
    ...sheets.findings,
    ...statics.findings,
    ...checkDesign({ archive, templates: sources.value, assets: assets.value.permalinks }, folders.content.name),
  ];
  const memory = openMemory(loaded.value, cache);
  const pictures = hasErrors(findings)
    ? noPictureFiles
    : await makePictures(archive, options, { cache: cache.folder, mark: markOf(assets.value, archive.site) });
  watch.lap("pictures");
  // A style sheet that lacks a picture does not keep the pages from being looked at.
  const facts = new Map<Permalink, FileFacts>();
  const context: RenderContext | undefined = hasErrors(findings)
    ? undefined
    : openContext(loaded.value, options, {
        target,
        routes: routes.value,
        templates: templates.value,
        templateSources: sources.value,
        assets: assets.value.permalinks,
        words: memory,
        pictures: pictures.variants,
        socialImages: pictures.socialImages.keys(),
        sheetPdfs: sheets.value,
        arrangement,
        published: (path) => readText(join(folders.out, path)),
        facts,
      });
  const editor = target.has("browserEditor") ? loadEditor(archive, folders) : undefined;
  return {
    site: archive.site,
    archive,
    bodyOf: loaded.value.bodyOf,
    routes: routes.value,
    context,
    assets: { ...assets.value, artifacts: [...assets.value.artifacts, ...statics.value, ...(editor?.value ?? [])] },
    pictureFiles: withoutStatics(pictures, statics.value),
    facts,
    cells,
    memory,
    findings: [...findings, ...assets.findings, ...(editor?.findings ?? [])],
    times: watch.times,
    sourceOf,
  };
}

/** Plans routes unless the last build has planned the same, and leaves them to the next. */
function planOnce(
  { value: { archive, cells, kept }, contentFindings }: Awaited<ReturnType<typeof loadWithTally>>,
  target: Target,
): { readonly routes: Result<readonly Route[]>; readonly arrangement: string } {
  if (hasErrors(contentFindings)) return { routes: { value: [], findings: [] }, arrangement: "" };
  // How old texts are changes no address.
  const plan = () => planRoutes({ ...archive, versions: new Map() }, target);
  const routes = kept ? kept.plan(`${target.place} ${target.extent} ${cells.tokenOf(archive.tally)}`, plan) : plan();
  return { routes, arrangement: kept?.save() ?? "" };
}

/** All that rendering may look at; the second process gets the same. */
function openContext(loaded: LoadedArchive, { second }: SiteOptions, parts: ContextParts): RenderContext {
  const { tally, versions } = loaded.archive;
  const { assets, pictures = new Map(), sheetPdfs = new Map() } = parts;
  const socialImages = [...(parts.socialImages ?? [])];
  second?.prepare({ tally, versions, assets, pictures, sheetPdfs, socialImages });
  return createContext(loaded, { ...parts, socialImages });
}

interface Cache {
  readonly folder: string;
  readonly readOnly: boolean;
}

function openMemory({ archive, tokenOf }: LoadedArchive, cache: Cache): TextMemory {
  // Words are weighed by the rows of the fields.
  const fieldsToken = shortHash(JSON.stringify(archive.fields));
  return new TextMemory(cache.folder, (file) => `${tokenOf(file)} ${fieldsToken}`);
}

/** Where one cannot be read, the others would seem to ask for templates that are not there. */
function templateFindings(sources: Result<unknown>, templates: Result<unknown>): readonly Finding[] {
  return hasErrors(sources.findings) ? sources.findings : templates.findings;
}

/** The bundler works while texts are read. */
function startBundling(cache: Cache): Promise<Scripts> {
  const bundling = bundleScripts(scriptCache(cache));
  // Awaited later; until then nobody is there to hear of a failure.
  bundling.catch(() => undefined);
  return bundling;
}

/** The archive with what is known of it besides: the tally whose numbers its pages show, and how old its texts are. */
async function loadWithTally({ folders, withDrafts, progress, tally: origin, write, stateOf, second }: SiteOptions) {
  const loaded = await loadArchive({
    content: folders.content,
    withDrafts,
    cache: join(folders.state, "cache", "texts"),
    readOnly: !write,
    stateOf,
    // A build that begins from nothing in two processes, and one that only looks, have nothing to go on from.
    arrangements: { folder: join(folders.state, "cache"), readOnly: !write },
    bodies: second?.bodies ?? new BodyStore(),
    progress,
    second,
  });
  // Where practices have errors, the tally would seem to know too many.
  const { hasNominations } = loaded.value.archive.site;
  const wanted = hasErrors(loaded.findings) || !hasNominations ? undefined : origin;
  const tally = await loadTally(wanted, folders, loaded.value.archive);
  const versions = loadVersions(folders.content, {
    folder: join(folders.state, "cache"),
    readOnly: !write,
  });
  const archive = { ...loaded.value.archive, tally: tally.value.tally, versions: versions.value };
  return {
    value: { ...loaded.value, archive },
    contentFindings: loaded.findings,
    findings: [...loaded.findings, ...tally.findings, ...versions.findings],
    tallySource: tally.value.source,
  };
}

/** Pictures that were made for screens and for links; files by permalink. */
interface PictureFiles {
  readonly variants: ScaledPictures;
  readonly files: ReadonlyMap<Permalink, string>;
  readonly socialImages: ReadonlyMap<Permalink, string>;
}

const noPictureFiles: PictureFiles = { variants: new Map(), files: new Map(), socialImages: new Map() };

/** Making pictures takes its time, and a command that only looks needs none. */
async function makePictures(
  archive: Archive,
  { folders, target, write, withPictures = write }: SiteOptions,
  { cache, mark }: { readonly cache: string; readonly mark: Artifact["content"] | undefined },
): Promise<PictureFiles> {
  if (!withPictures || !target.has("imageVariants")) return noPictureFiles;
  const scaled = await makeImageVariants(archive, folders.content.folder, join(cache, "pictures"));
  if (!target.has("socialImages")) return { variants: scaled.pictures, files: scaled.files, socialImages: new Map() };
  const cards = await drawSocialImages(archive, join(cache, "cards"));
  const icons = mark ? await drawIcons(Buffer.from(mark), join(cache, "icons")) : new Map();
  return { variants: scaled.pictures, files: scaled.files, socialImages: new Map([...cards, ...icons]) };
}

/** The mark of the site, of which its icons are drawn. */
function markOf({ permalinks, artifacts }: Assets, { look }: Site): Artifact["content"] | undefined {
  const path = permalinks.get(look.favicon)?.slice(1);
  return artifacts.find((artifact) => artifact.path === path)?.content;
}

/** Files of the site's own that have no address of a page. */
function loadStaticBeside(routes: readonly Route[], { content }: Folders): Result<readonly Artifact[]> {
  const planned = new Set(routes.map(({ permalink }) => outputPath(permalink)));
  return loadStatic(content, (path) => planned.has(path));
}

/** A site may bring an icon of its own. */
function withoutStatics({ files, socialImages }: PictureFiles, statics: readonly Artifact[]) {
  const own = new Set(statics.map(({ path }) => path));
  return new Map([...files, ...socialImages].filter(([permalink]) => !own.has(outputPath(permalink))));
}

/** Printed sheets that are up to date, but for those whose address a page of the site has. */
function publishedSheets(
  { folders, withSheetPdfs }: SiteOptions,
  { archive, routes, sourceOf }: Pick<PreparedSite, "archive" | "routes" | "sourceOf">,
): Result<RenderContext["sheetPdfs"]> {
  if (!withSheetPdfs) return { value: new Map(), findings: [] };
  const planned = new Set(routes.map(({ permalink }) => permalink));
  const { value, findings } = findPublishedSheets(folders, archive, sourceOf);
  return { value: new Map([...value].filter(([permalink]) => !planned.has(permalink))), findings };
}

/** Assets with the look of the site, without what it has no use for: scripts and styles of the endpoint serve nominations alone. */
function loadSiteAssets({ folders, target }: SiteOptions, site: Site, scripts: Scripts): Result<Assets> {
  const isUsed = ({ needs }: NamedScript): boolean =>
    target.has(needs) && (needs !== "endpoint" || site.hasNominations);
  const wanted = new Set(pageScripts.filter(isUsed).map(({ name }) => `js/${name}.js`));
  return loadAssets(folders.templates, {
    scripts: new Map([...scripts].filter(([name]) => wanted.has(name))),
    styles: composeLookStyles(site.look),
    unused: new Set(pageScripts.filter((script) => !isUsed(script)).flatMap(({ styles = [] }) => styles)),
  });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Milliseconds by stage. */
function startStopwatch() {
  const times: Record<string, number> = {};
  let last = performance.now();
  const lap = (stage: string): void => {
    const now = performance.now();
    times[stage] = now - last;
    last = now;
  };
  return { times, lap };
}
