import { localize } from "../../core/language/language.ts";
import type { PracticeId } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import type { RenderContext } from "../../pages/kit/context.ts";

/** Who stands as author in the PDF of a page: the innovator of a practice, as in its citation, else the publisher. */
export function authorOf({ kind, key, language }: Route, { archive }: RenderContext): string {
  const practices = archive.editions.get(language)?.practicesById;
  const innovator = kind === "practice" ? practices?.get(key as PracticeId)?.item.innovator : undefined;
  return innovator ?? localize(archive.site.publisher?.name, language);
}
