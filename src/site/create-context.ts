import { createHash, hash } from "node:crypto";
import { trackArchive } from "../archive/track-archive.ts";
import { TrackedMap, trackWhole } from "../core/cells/tracked.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { ScaledPictures } from "../core/model/picture.ts";
import { type FileFacts, isInPieces, type Route } from "../core/model/route.ts";
import type { SheetPdf } from "../core/model/sheet-pdf.ts";
import { NameTable } from "../core/name-table.ts";
import type { Target } from "../core/target.ts";
import type { RenderContext } from "../pages/kit/context.ts";
import { outputsByKind, renderContent } from "../pages/pages.ts";
import type { Templates } from "../template/create-templates.ts";
import { trackTemplates } from "../template/track-templates.ts";
import type { LoadedArchive } from "./load/load-archive.ts";

/** What a context is made of beside the archive. */
export interface ContextParts {
  readonly target: Target;
  readonly routes: readonly Route[];
  readonly templates: Templates;
  /** Text of the templates by name. */
  readonly templateSources: ReadonlyMap<string, string>;
  readonly assets: ReadonlyMap<string, Permalink>;
  /** What a build keeps of texts; see `RenderContext`. */
  readonly words?: Pick<RenderContext, "remembered" | "terms">;
  readonly pictures?: ScaledPictures;
  readonly socialImages?: Iterable<Permalink>;
  readonly sheetPdfs?: ReadonlyMap<Permalink, SheetPdf>;
  /** Tells how the archive is arranged and its routes are planned (`KeptArrangement`); "" if that is not known. */
  readonly arrangement?: string;
  /** Gives what lies in the site of the last build. */
  readonly published?: RenderContext["published"];
  /** Of files that have been made. */
  readonly facts?: ReadonlyMap<Permalink, FileFacts>;
}

const nothingRemembered = (): Pick<RenderContext, "remembered" | "terms"> => ({
  remembered: (_, make) => make(),
  terms: new NameTable(),
});

/** Puts together what rendering may look at; the cells are told of all that is looked at. */
export function createContext(
  { archive, cells, bodyOf, forewords, noteText }: Omit<LoadedArchive, "tokenOf" | "replace">,
  parts: ContextParts,
): RenderContext {
  cells.forgetKept();
  const { target, routes, words = nothingRemembered(), socialImages = [] } = parts;
  const trackMap = <Key extends string, Value>(source: string, map: ReadonlyMap<Key, Value> = new Map()) =>
    new TrackedMap(cells, source, map);
  const forewordOf = trackMap("foreword", forewords);
  const lyingAt = new Map(routes.map((route) => [route.permalink, route]));
  const facts = trackMap("file", parts.facts);
  const address = { name: "address", tokenOf: ({ kind, language, key }: Route) => [kind, language, key].join(" ") };
  const { allRoutes, planned } = cells.announceBundle(parts.arrangement ?? "", () => ({
    allRoutes: trackWhole(cells, "routes", routes),
    planned: new TrackedMap(cells, address, lyingAt),
  }));
  const context: RenderContext = {
    archive: trackArchive(archive, cells, parts.arrangement),
    target,
    outputs: outputsByKind,
    get routes() {
      return allRoutes();
    },
    sha256: (text) => hash("sha256", text),
    factsOf: (permalink) => facts.get(permalink) ?? cells.memo("file", permalink, () => factsOf(permalink, context)),
    memo: cells.memo,
    memoForNext: cells.memoForNext,
    published: parts.published ?? (() => undefined),
    planned,
    bodyOf,
    forewordOf: (file, language) => forewordOf.get(`${file} ${language}`),
    remembered: (file, make) => {
      // Whether it is made or remembered, it is made of the text.
      noteText(file);
      return words.remembered(file, make);
    },
    get terms() {
      return words.terms;
    },
    templates: trackTemplates(parts.templates, parts.templateSources, cells),
    assets: trackMap("asset", parts.assets),
    pictures: trackMap("picture", parts.pictures),
    socialImages: trackMap("social image", new Map([...socialImages].map((permalink) => [permalink, true]))),
    sheetPdfs: trackMap("pdf", parts.sheetPdfs),
  };
  return context;
}

/** Makes a file to know what it is. */
function factsOf(permalink: Permalink, context: RenderContext): FileFacts {
  const route = context.routes.find((other) => other.permalink === permalink);
  if (!route) throw new Error(`no file ${permalink}`);
  const content = renderContent(route, context);
  const digest = createHash("sha256");
  let bytes = 0;
  for (const piece of isInPieces(content) ? content.pieces : [content]) {
    digest.update(piece);
    bytes += Buffer.byteLength(piece);
  }
  return { bytes, hash: digest.digest("hex") };
}
