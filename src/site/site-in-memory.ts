import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outputPath, permalinks } from "../archive/permalinks.ts";
import type { Artifact, Route } from "../core/model/route.ts";
import type { RenderContext } from "../pages/kit/context.ts";
import { renderCompanionAt, renderRoute } from "../pages/pages.ts";
import type { Folders } from "./folders.ts";
import { noPictures } from "./pictures/image-variants.ts";
import type { PreparedSite } from "./prepare-site.ts";

/** A site whose files are made when they are asked for. */
export interface SiteInMemory {
  readonly context: RenderContext;
  /** The file for a path below the site, such as `bg/practices/x/index.html`. Throws `TemplateFault`. */
  read(path: string): Artifact["content"] | undefined;
}

/**
 * What a build would write, without writing it. Pictures are the originals, because paper shows more of them than a screen, and there are
 * none for links: whatever made them, a sheet is printed of the same page.
 */
export function createSiteInMemory(
  { context: prepared, assets }: PreparedSite & { readonly context: RenderContext },
  { content }: Pick<Folders, "content">,
): SiteInMemory {
  const context: RenderContext = { ...prepared, pictures: noPictures.pictures, socialImages: new Set() };
  const routes = new Map<string, Route>(context.routes.map((route) => [outputPath(route.permalink), route]));
  const files = new Map(assets.artifacts.map(({ path, content: bytes }) => [path, bytes]));
  const media = new Map(
    [...context.archive.media.keys()].map((path) => [outputPath(permalinks.media(path)), join(content.folder, path)]),
  );
  return {
    context,
    read(path) {
      const route = routes.get(path);
      if (route) return renderRoute(route, context).content;
      const file = media.get(path);
      return file ? readFileSync(file) : (files.get(path) ?? renderCompanionAt(path, context));
    },
  };
}
