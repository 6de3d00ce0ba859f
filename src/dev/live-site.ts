import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { outputPath, permalinks } from "../archive/permalinks.ts";
import type { Cell } from "../core/cells/cells.ts";
import type { Diagnostic, Finding } from "../core/diagnostics/finding.ts";
import { sortDiagnostics } from "../core/diagnostics/sort.ts";
import { isLanguage, type Language } from "../core/language/language.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { Artifact, Route } from "../core/model/route.ts";
import { createTarget } from "../core/target.ts";
import type { RenderContext } from "../pages/kit/context.ts";
import { planRoutes, renderCompanionAt, renderRoute } from "../pages/pages.ts";
import { locate } from "../read/locate.ts";
import { createProseFinder } from "../read/markdown/prose-lines.ts";
import { parseDocument } from "../read/parse-document.ts";
import { isTextFile } from "../read/text-file.ts";
import { checkText } from "../review/check-text.ts";
import { bundleScripts, type Scripts, scriptCache } from "../site/assets/bundle-scripts.ts";
import { type Assets, loadAssets } from "../site/assets/load-assets.ts";
import { loadStatic, staticFolder } from "../site/assets/load-static.ts";
import { loadTemplates } from "../site/assets/load-templates.ts";
import { composeLookStyles } from "../site/assets/look-styles.ts";
import { prepareTemplates } from "../site/assets/prepare-templates.ts";
import { checkDesign } from "../site/check-design.ts";
import { createContext } from "../site/create-context.ts";
import type { Folders } from "../site/folders.ts";
import type { Progress } from "../site/load/load-archive.ts";
import { createSourceReader } from "../site/load/source-reader.ts";
import type { SiteInMemory } from "../site/site-in-memory.ts";
import type { Templates } from "../template/create-templates.ts";
import { LiveContent } from "./live-content.ts";

/** The effect of a change of files: none; only style sheets; or pages. */
export type Change = "nothing" | "styles" | "pages";

/**
 * A site whose pages are rendered on request, from the files as they are now. Errors in one file do not stop others from
 * being shown.
 */
export class LiveSite implements SiteInMemory {
  private readonly folders: Folders;
  private readonly content: LiveContent;
  private readonly scripts: Scripts;
  private templateSources!: ReadonlyMap<string, string>;
  private templates!: Templates;
  private assets!: Assets;
  private assetFiles!: Map<string, Artifact["content"]>;
  private routes!: ReadonlyMap<string, Route>;
  /** Of templates, assets and routes. */
  private readonly otherFindings = {
    templates: [] as readonly Finding[],
    assets: [] as readonly Finding[],
    routes: [] as readonly Finding[],
  };
  /** True if texts have changed since the archive was assembled. */
  private needsAssembly = false;
  context!: RenderContext;

  private readonly findingsOf: (file: string) => Cell;

  private constructor(folders: Folders, content: LiveContent, scripts: Scripts) {
    this.folders = folders;
    this.content = content;
    this.scripts = scripts;
    const { cells } = content.loaded;
    this.findingsOf = cells.addSource("findings", (file) => cells.tokenOf(this.listDiagnostics(file || undefined)));
  }

  static async open(folders: Folders, progress: Progress): Promise<LiveSite> {
    const cache = { folder: join(folders.state, "cache"), readOnly: false };
    const bundling = bundleScripts(scriptCache(cache));
    // It is awaited below: a failure before that is not an unhandled rejection.
    bundling.catch(() => undefined);
    const content = await LiveContent.open({ content: folders.content, cache: join(cache.folder, "texts"), progress });
    const site = new LiveSite(folders, content, await bundling);
    site.loadTemplates();
    site.loadAssets();
    site.plan();
    return site;
  }

  /** The language in which editors read messages. */
  /** Where the content and the state of the site lie. */
  get places(): Pick<Folders, "content" | "state"> {
    return this.folders;
  }

  get editorLanguage(): Language {
    const { editorLanguage, languages } = this.context.archive.site;
    return editorLanguage ?? languages[0];
  }

  /**
   * Reads files again that were written, renamed or removed; paths are absolute. All of the content is read again if one of
   * them is not a known text.
   */
  async update(paths: readonly string[]): Promise<Change> {
    const { content, templates } = this.folders;
    const below = (folder: string): readonly string[] => paths.filter((path) => path.startsWith(folder + sep));
    const changed = below(content.folder).map(
      (path) => `${content.name}/${relative(content.folder, path).split(sep).join("/")}`,
    );
    const isStatic = (file: string): boolean => file.startsWith(`${content.name}/${staticFolder}/`);
    const ofTemplates = templates.flatMap(below);
    const ofAssets = ofTemplates.filter((path) => path.includes(`${sep}assets${sep}`));

    const texts = changed.filter((file) => !isStatic(file));
    let change: Change = "nothing";
    if (ofAssets.length > 0) {
      this.loadAssets();
      change = ofAssets.every((path) => path.endsWith(".css")) ? "styles" : "pages";
    }
    if (ofTemplates.length > ofAssets.length) {
      this.loadTemplates();
      change = "pages";
    }
    if (changed.some(isStatic)) {
      this.loadAssets();
      change = "pages";
    }
    if (texts.length > 0) {
      change = "pages";
      // A deleted text needs a new list of all texts.
      const isSimple =
        !this.content.isPartial &&
        texts.length <= maxTextsAtOnce &&
        texts.every((file) => this.content.knows(file) && this.exists(file));
      if (!isSimple) {
        await this.content.reload(new Set(texts));
        this.loadAssets();
        this.plan();
      } else if (texts.map((file) => this.content.readAgain(file)).includes("moved")) this.reassemble();
      else this.needsAssembly = true;
    }
    if (change !== "nothing") this.refreshContext();
    return change;
  }

  /** Absolute paths of texts that have changed since they were read. */
  listOutdated(): readonly string[] {
    return this.content.listOutdated();
  }

  /** Reads the text of a page again if it has changed since. */
  refresh(path: string): void {
    const file = this.routes.get(path)?.file;
    if (file === undefined || !this.content.isOutdated(file) || !this.exists(file)) return;
    const rereading = this.content.readAgain(file);
    if (rereading === "same") return;
    if (rereading === "moved") this.reassemble();
    this.needsAssembly = true;
    this.refreshContext();
  }

  /** Assembles the archive anew if texts have changed, which takes longer in a large archive. Returns true if it did. */
  reassembleIfNeeded(): boolean {
    if (!this.needsAssembly) return false;
    this.reassemble();
    return true;
  }

  private reassemble(): void {
    this.needsAssembly = false;
    this.content.assemble();
    this.plan();
  }

  /** The route that a path below the site belongs to. */
  routeOf(path: string): Route | undefined {
    const route = this.routes.get(path);
    // Also in vain: the page may come.
    this.context.planned.has(route?.permalink ?? permalinkAt(path));
    return route;
  }

  /** The file for a path below the site, such as `bg/practices/x/index.html`. Throws `TemplateFault`. */
  read(path: string): Artifact["content"] | undefined {
    const route = this.routes.get(path);
    if (route) return renderRoute(route, this.context).content;
    const asset = this.assetFiles.get(path);
    if (asset !== undefined) return asset;
    const companion = renderCompanionAt(path, this.context);
    if (companion !== undefined) return companion;
    for (const media of this.context.archive.media.keys())
      if (outputPath(permalinks.media(media)) === path) return readFileSync(join(this.folders.content.folder, media));
    return undefined;
  }

  /** The address of the page of a text, also of one that cannot be shown. */
  permalinkOf(file: string): Permalink | undefined {
    if (!isTextFile(file)) return undefined;
    const [id = "", language = ""] = file.slice(file.lastIndexOf("/") + 1).split(".");
    const spoken = isLanguage(language) ? language : this.context.archive.site.languages[0];
    const isPage = file.startsWith(`${this.folders.content.name}/pages/`);
    return isPage ? permalinks.page(spoken, id) : permalinks.practice(spoken, id);
  }

  /** Files of the content in which something is wrong; finding out where would take longer. */
  filesWithFindings(): readonly string[] {
    return [...new Set(this.content.listFindings().map(({ file }) => file))];
  }

  private readonly findProse = createProseFinder();

  /** All findings in the order of the files, or those of one file. */
  diagnose(file?: string): readonly Diagnostic[] {
    this.content.loaded.cells.note(this.findingsOf(file ?? ""));
    return this.listDiagnostics(file);
  }

  private listDiagnostics(file: string | undefined): readonly Diagnostic[] {
    const { templates, assets, routes } = this.otherFindings;
    const design = checkDesign(
      { archive: this.content.loaded.archive, templates: this.templateSources, assets: this.assets.permalinks },
      this.folders.content.name,
    );
    const others = [...templates, ...assets, ...routes, ...design].filter(
      (finding) => file === undefined || finding.file === file,
    );
    return this.locate([...this.content.listFindings(file), ...others, ...this.reviewText(file)]);
  }

  /** Checks the style of one text; `praktika check` does it for all texts. */
  private reviewText(file: string | undefined): readonly Finding[] {
    if (file === undefined) return [];
    const text = isTextFile(file) ? this.sourceOf(file) : undefined;
    const [, suffix] = file.slice(file.lastIndexOf("/") + 1).split(".");
    const document = text === undefined ? undefined : parseDocument({ path: file, text }).value;
    return document && isLanguage(suffix)
      ? checkText(document, suffix, this.findProse(document.body, document.bodyLine))
      : [];
  }

  /** Findings with their places. */
  locate(findings: readonly Finding[]): readonly Diagnostic[] {
    return sortDiagnostics(locate(findings, (file) => this.sourceOf(file)));
  }

  /** Text of a file as it is now, for code frames. */
  sourceOf(file: string): string | undefined {
    return createSourceReader(this.folders, this.templateSources, undefined)(file);
  }

  /** Where a file of the content or a template of the site lies on this machine, for the editor; undefined for other files. */
  pathOf(file: string): string | undefined {
    if (file.split("/").includes("..")) return undefined;
    const { root, content } = this.folders;
    if (file.startsWith(`${content.name}/`)) return join(content.folder, file.slice(content.name.length + 1));
    // Praktika's own templates are not for a site to change.
    const template = join(root, file);
    return file.startsWith("templates/") && existsSync(template) ? template : undefined;
  }

  private exists(file: string): boolean {
    const path = this.pathOf(file);
    return path !== undefined && existsSync(path);
  }

  private loadTemplates(): void {
    const { value, findings } = loadTemplates(this.folders.templates);
    const last = this.templates as Templates | undefined;
    if (findings.length > 0 && last) {
      // The site looks as it did when all of its templates could last be read.
      this.otherFindings.templates = findings;
      return;
    }
    this.templateSources = value;
    const prepared = prepareTemplates(this.templateSources, {
      folder: join(this.folders.state, "cache"),
      readOnly: false,
    });
    this.templates = prepared.value;
    this.otherFindings.templates = [...findings, ...prepared.findings];
  }

  private loadAssets(): void {
    const { look } = this.content.loaded.archive.site;
    const { value, findings } = loadAssets(this.folders.templates, {
      scripts: this.scripts,
      styles: composeLookStyles(look),
    });
    this.otherFindings.assets = findings;
    const last = this.assets as Assets | undefined;
    if (last && findings.some(({ code }) => code === "content/unreadable")) return;
    this.assets = value;
    // At the start no page is planned yet; `praktika check` says whose address a page has.
    const statics = loadStatic(this.folders.content, () => false);
    this.assetFiles = new Map([...statics.value, ...value.artifacts].map(({ path, content }) => [path, content]));
    // A browser may have a service worker of a built site at this address: replace it by one that retires.
    const retire = this.scripts.get("js/retire.js");
    if (retire) this.assetFiles.set(outputPath(permalinks.serviceWorker), retire);
  }

  /** Plans the pages of the archive. */
  private plan(): void {
    const { loaded, parts } = this.content;
    const routes = parts.during(() => planRoutes(loaded.archive, target));
    this.otherFindings.routes = routes.findings;
    this.routes = new Map(routes.value.map((route) => [outputPath(route.permalink), route]));
    this.refreshContext();
  }

  /** Makes a new context: views that are remembered for pages belong to the old one. */
  private refreshContext(): void {
    this.context = createContext(this.content.loaded, {
      target,
      routes: [...this.routes.values()],
      templates: this.templates,
      templateSources: this.templateSources,
      assets: this.assets.permalinks,
    });
  }
}

/** The address of a page by its file. */
function permalinkAt(path: string): Permalink {
  return `/${path.replace(/(^|\/)index\.html$/, "$1")}` as Permalink;
}

const target = createTarget("dev");

/** If more files change at once, as after a checkout, all of the content is read again. */
const maxTextsAtOnce = 50;
