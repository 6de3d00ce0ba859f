import type { Memo, MemoForNext } from "../../core/cells/cells.ts";
import type { Language } from "../../core/language/language.ts";
import type { Archive, Edition } from "../../core/model/archive.ts";
import type { Body } from "../../core/model/body.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { ScaledPictures } from "../../core/model/picture.ts";
import type { Content, FileFacts, Route } from "../../core/model/route.ts";
import type { SheetPdf } from "../../core/model/sheet-pdf.ts";
import type { NameTable } from "../../core/name-table.ts";
import type { Ability, Target } from "../../core/target.ts";
import type { ReaderTexts } from "../../locales/texts-of.ts";
import type { Templates } from "../../template/create-templates.ts";
import type { RelativeUrl } from "./relative-url.ts";

/**
 * Everything that rendering a route may look at. Nothing in it changes during a build, and whatever is looked at is noted: that is how a
 * build knows which files a change concerns.
 */
export interface RenderContext {
  readonly archive: Archive;
  readonly target: Target;
  /** Every kind of output by its name. */
  readonly outputs: ReadonlyMap<string, Output>;
  /** All routes of the site, and the permalinks among them: a page links only to what exists. */
  readonly routes: readonly Route[];
  readonly planned: Pick<ReadonlySet<Permalink>, "has">;
  /** The rendered text of a file of the content. */
  readonly bodyOf: (file: string) => Body;
  /** Forewords of issues, rendered, by issue file and language. */
  readonly forewordOf: (file: string, language: Language) => Body | undefined;
  /** What `make` works out from the text of a file, as numbers. A build remembers them until the text is another. */
  readonly remembered: (file: string, make: () => readonly number[]) => readonly number[];
  /** Numbers that stand for terms in what is remembered. */
  readonly terms: NameTable;
  /** Keeps what several pages show for as long as this context lives. */
  readonly memo: Memo;
  /** The same for what the next build may bring up to date. */
  readonly memoForNext: MemoForNext;
  /** The text that lies at a path in the site of the last build, whoever put it there. */
  readonly published: (path: string) => string | undefined;
  /** SHA-256 of a text in UTF-8, in hexadecimal digits. */
  readonly sha256: (text: string) => string;
  /** What another file of the site is. A build knows that of files that come before in the list of outputs; else it is made for it. */
  readonly factsOf: (permalink: Permalink) => FileFacts;
  readonly templates: Templates;
  /** Permalinks of assets by name, such as `css/screen.css`. */
  readonly assets: ReadonlyMap<string, Permalink>;
  /** Photographs in sizes for screens. */
  readonly pictures: ScaledPictures;
  /** Permalinks of the social images and icons that there are. */
  readonly socialImages: Pick<ReadonlySet<Permalink>, "has">;
  /** Printed sheets that are published with the site. */
  readonly sheetPdfs: ReadonlyMap<Permalink, SheetPdf>;
}

/** The site as one of its pages sees it: `link` gives addresses relative to that page. */
export interface Viewpoint<Context = RenderContext> {
  readonly context: Context;
  readonly link: RelativeUrl;
}

/** The edition a route belongs to. */
export function editionOf(context: RenderContext, language: Language): Edition {
  const edition = context.archive.editions.get(language);
  if (!edition) throw new Error(`no edition in language ${language}`);
  return edition;
}

/**
 * How files of a kind take part in what is made of the whole site.
 *
 * - `page`: a page for readers; the report counts it
 * - `indexed`: in the sitemap
 * - `offline`: part of the archive that a browser keeps for reading without a network
 * - `counts`: shows practices with their nominations, which a script keeps up to date
 * - `selectable`: readers can choose practices for print here
 */
export type Trait = "page" | "indexed" | "offline" | "counts" | "selectable";

/** An entry of the site's menu. */
export interface MenuEntry {
  /** Entries stand in ascending order. */
  readonly position: number;
  readonly label: (texts: ReaderTexts) => string;
  readonly permalink: (language: Language) => Permalink;
}

/** A script that pages of a kind load, as a browser gets it under `js/<name>.js`. */
export interface PageScript {
  /** The source file, relative to src/. */
  readonly source: string;
  /** Classic scripts run from a disk as well; modules are loaded by them on demand. */
  readonly format: "iife" | "esm";
  /** Not published without it. */
  readonly needs: Ability;
  /** True: pages read offline need it. */
  readonly keptOffline?: boolean;
  /** Style sheets that are of use with it alone, and published with it. */
  readonly styles?: readonly string[];
}

/** A file that is named by its content. */
export interface Companion {
  readonly path: string;
  readonly render: () => string;
}

/** A kind of output: which routes an archive needs of it, and how one is made. All functions are pure. */
export interface Output {
  readonly kind: string;
  /** Not made without it. */
  readonly needs?: Ability;
  readonly traits: readonly Trait[];
  readonly menu?: MenuEntry;
  /** The kind whose menu entry is marked on pages of this kind. */
  readonly under?: string;
  readonly scripts?: Readonly<Record<string, PageScript>>;
  /** Values that the layout of every page gets of this kind, also where the site has no route of it. */
  layout?(route: Route, context: RenderContext, link: RelativeUrl): Readonly<Record<string, unknown>>;
  plan(archive: Archive): readonly Route[];
  /** Files that belong to a route and are named by their content: they lie in a folder of their own, and are as they were if the route's file is. */
  readonly companions?: {
    folder(route: Route): string;
    list(route: Route, context: RenderContext): readonly Companion[];
  };
  /** Throws `TemplateFault`. */
  render(route: Route, context: RenderContext): Content;
}

/** Whether routes of a kind take part in something. */
export function hasTrait({ outputs }: Pick<RenderContext, "outputs">, { kind }: Route, trait: Trait): boolean {
  return outputs.get(kind)?.traits.includes(trait) ?? false;
}
