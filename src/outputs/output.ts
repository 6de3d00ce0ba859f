import type { Archive } from "../model/archive.ts";
import type { Artifact, Route, RouteKind } from "../model/route.ts";
import type { RenderContext } from "../render/context.ts";

/** A kind of output: which routes an archive needs of it, and how one is made. Both are pure. */
export interface Output {
  readonly kinds: readonly RouteKind[];
  /** Written also with `--profile pages`. */
  readonly inPagesProfile: boolean;
  plan(archive: Archive): readonly Route[];
  /** Throws `TemplateFault`. */
  render(route: Route, context: RenderContext): Artifact["content"];
}
