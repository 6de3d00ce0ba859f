import type { Archive, PracticeEntry } from "../../core/model/archive.ts";
import type { Artifact, Route, RouteKind } from "../../core/model/route.ts";
import type { RenderContext } from "./context.ts";

/** What a file is made of, beside what all pages are made of: the site, its themes, its templates, the names of its pages. */
export interface Ingredients {
  /** Practices that it shows whole. */
  readonly texts: readonly PracticeEntry[];
  /** Practices that it names or lists, in their order. */
  readonly rows: readonly PracticeEntry[];
  /** Whatever else it shows, as JSON. */
  readonly values: unknown;
}

/** A kind of output: which routes an archive needs of it, and how one is made. Both are pure. */
export interface Output {
  readonly kinds: readonly RouteKind[];
  /** Written also with `--profile pages`. */
  readonly inPagesProfile: boolean;
  /** True: needs a host, and is written neither for a disk nor by the development server. */
  readonly onHostsOnly?: true;
  plan(archive: Archive): readonly Route[];
  /** Two builds for which this is the same make the same file. Kinds that do not say it are made at every build. */
  ingredients?(route: Route, context: RenderContext): Ingredients;
  /** Throws `TemplateFault`. */
  render(route: Route, context: RenderContext): Artifact["content"];
}
