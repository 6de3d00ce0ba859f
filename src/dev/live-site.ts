import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { outputPath, permalinks } from "../archive/permalinks.ts";
import type { Diagnostic, Finding } from "../core/diagnostics/finding.ts";
import { sortDiagnostics } from "../core/diagnostics/sort.ts";
import { isLanguage, type Language } from "../core/language/language.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { Artifact, Route } from "../core/model/route.ts";
import { createTarget } from "../core/target.ts";
import type { RenderContext } from "../pages/kit/context.ts";
import { planRoutes, renderRoute } from "../pages/pages.ts";
import { locate } from "../read/locate.ts";
import { parseDocument } from "../read/parse-document.ts";
import { checkText } from "../review/check-text.ts";
import { bundleScripts, type Scripts, scriptCache } from "../site/assets/bundle-scripts.ts";
import { type Assets, loadAssets } from "../site/assets/load-assets.ts";
import { loadTemplates } from "../site/assets/load-templates.ts";
import { prepareTemplates } from "../site/assets/prepare-templates.ts";
import type { Folders } from "../site/folders.ts";
import type { Progress } from "../site/load/load-archive.ts";
import { createSourceReader } from "../site/load/source-reader.ts";
import { contextOf } from "../site/prepare-site.ts";
import type { SiteInMemory } from "../site/site-in-memory.ts";
import type { Templates } from "../template/create-templates.ts";
import { LiveContent } from "./live-content.ts";

/** What a change of files has come to: nothing; only style sheets look different; pages may say something else. */
export type Change = "nothing" | "styles" | "pages";

/**
 * A site that is rendered page by page when it is asked for, always of the files as they are. Errors in one file keep no other
 * from being shown.
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
  /** Whether the archive still has to be assembled of what was read. */
  private isUnsettled = false;
  context!: RenderContext;

  private constructor(folders: Folders, content: LiveContent, scripts: Scripts) {
    this.folders = folders;
    this.content = content;
    this.scripts = scripts;
  }

  static async open(folders: Folders, progress: Progress): Promise<LiveSite> {
    const cache = { folder: join(folders.state, "cache"), readOnly: false };
    const bundling = bundleScripts(scriptCache(cache));
    // Awaited below; until then nobody is there to hear of a failure.
    bundling.catch(() => undefined);
    const content = await LiveContent.open({ content: folders.content, cache: join(cache.folder, "texts"), progress });
    const site = new LiveSite(folders, content, await bundling);
    site.loadTemplates();
    site.loadAssets();
    site.plan();
    return site;
  }

  /** The language in which editors read messages. */
  get editorLanguage(): Language {
    const { editorLanguage, languages } = this.context.archive.site;
    return editorLanguage ?? languages[0];
  }

  /**
   * Takes account of files that have been written, renamed or removed; paths are absolute. All of the content is looked at again
   * if one of them is not a text that is known.
   */
  async update(paths: readonly string[]): Promise<Change> {
    const { content, templates } = this.folders;
    const below = (folder: string): readonly string[] => paths.filter((path) => path.startsWith(folder + sep));
    const texts = below(content.folder).map(
      (path) => `${content.name}/${relative(content.folder, path).split(sep).join("/")}`,
    );
    const ofTemplates = templates.flatMap(below);
    const ofAssets = ofTemplates.filter((path) => path.includes(`${sep}assets${sep}`));

    let change: Change = "nothing";
    if (ofAssets.length > 0) {
      this.loadAssets();
      change = ofAssets.every((path) => path.endsWith(".css")) ? "styles" : "pages";
    }
    if (ofTemplates.length > ofAssets.length) {
      this.loadTemplates();
      change = "pages";
    }
    if (texts.length > 0) {
      change = "pages";
      // A text that is gone is no longer a text.
      const isSimple =
        !this.content.isPartial &&
        texts.length <= mostAtOnce &&
        texts.every((file) => this.content.knows(file) && this.exists(file));
      if (!isSimple) {
        await this.content.reload(new Set(texts));
        this.plan();
      } else if (texts.map((file) => this.content.readAgain(file)).includes("moved")) this.settle(true);
      else this.isUnsettled = true;
    }
    if (change !== "nothing") this.renew();
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
    if (this.content.readAgain(file) === "moved") this.settle(true);
    this.isUnsettled = true;
    this.renew();
  }

  /** Looks at how all fits together after texts have changed; takes longer in a large archive. True if there was something to do. */
  settle(force = false): boolean {
    if (!this.isUnsettled && !force) return false;
    this.isUnsettled = false;
    this.content.assemble();
    this.plan();
    return true;
  }

  /** The route that a path below the site belongs to. */
  routeOf(path: string): Route | undefined {
    return this.routes.get(path);
  }

  /** The file for a path below the site, such as `bg/practices/x/index.html`. Throws `TemplateFault`. */
  read(path: string): Artifact["content"] | undefined {
    const route = this.routes.get(path);
    if (route) return renderRoute(route, this.context).content;
    const asset = this.assetFiles.get(path);
    if (asset !== undefined) return asset;
    for (const media of this.context.archive.media.keys())
      if (outputPath(permalinks.media(media)) === path) return readFileSync(join(this.folders.content.folder, media));
    return undefined;
  }

  /** The page of a text of the content, whether it can be shown or not. */
  permalinkOf(file: string): Permalink | undefined {
    if (!file.endsWith(".md")) return undefined;
    const [id = "", language = ""] = file.slice(file.lastIndexOf("/") + 1).split(".");
    const spoken = isLanguage(language) ? language : this.context.archive.site.languages[0];
    const isPage = file.startsWith(`${this.folders.content.name}/pages/`);
    return isPage ? permalinks.page(spoken, id) : permalinks.practice(spoken, id);
  }

  /** What is known to be wrong, in the order of the files; of one file if it is given. */
  diagnose(file?: string): readonly Diagnostic[] {
    const { templates, assets, routes } = this.otherFindings;
    const others = [...templates, ...assets, ...routes].filter(
      (finding) => file === undefined || finding.file === file,
    );
    return this.locate([...this.content.listFindings(file), ...others, ...this.reviewText(file)]);
  }

  /** What an editor would mend in a text that is shown; of all texts, `praktika check` says it. */
  private reviewText(file: string | undefined): readonly Finding[] {
    if (file === undefined) return [];
    const text = file.endsWith(".md") ? this.sourceOf(file) : undefined;
    const [, suffix] = file.slice(file.lastIndexOf("/") + 1).split(".");
    const document = text === undefined ? undefined : parseDocument({ path: file, text }).value;
    return document && isLanguage(suffix) ? checkText(document, suffix) : [];
  }

  /** Findings with their places. */
  locate(findings: readonly Finding[]): readonly Diagnostic[] {
    return sortDiagnostics(locate(findings, (file) => this.sourceOf(file)));
  }

  /** Text of a file as it is now, for code frames. */
  sourceOf(file: string): string | undefined {
    return createSourceReader(this.folders, this.templateSources, undefined)(file);
  }

  private exists(file: string): boolean {
    const { folder, name } = this.folders.content;
    return existsSync(join(folder, file.slice(name.length + 1)));
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
    const { value, findings } = loadAssets(this.folders.templates, this.scripts);
    this.otherFindings.assets = findings;
    const last = this.assets as Assets | undefined;
    if (last && findings.some(({ code }) => code === "content/unreadable")) return;
    this.assets = value;
    this.assetFiles = new Map(value.artifacts.map(({ path, content }) => [path, content]));
    // A browser that has read a built site at this address would show what it kept then.
    const retire = this.scripts.get("js/retire.js");
    if (retire) this.assetFiles.set(outputPath(permalinks.serviceWorker), retire);
  }

  /** Works out which pages there are. */
  private plan(): void {
    const routes = planRoutes(this.content.loaded.archive, target);
    this.otherFindings.routes = routes.findings;
    this.routes = new Map(routes.value.map((route) => [outputPath(route.permalink), route]));
    this.renew();
  }

  /** What was worked out for pages before belongs to the context of then. */
  private renew(): void {
    const { archive, bodyOf, forewords } = this.content.loaded;
    this.context = {
      ...contextOf(
        { archive, bodyOf, forewords },
        { target, routes: [...this.routes.values()], templates: this.templates, assets: this.assets },
      ),
      sheetPdfs: new Map(),
      pictures: new Map(),
      socialImages: new Set(),
      remembered: (_, make) => make(),
    };
  }
}

const target = createTarget("dev");

/** With more files than this at once, as after a checkout, all of the content is looked at. */
const mostAtOnce = 50;
