import { permalinks } from "../../archive/permalinks.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { PracticeId } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { editionOf, type RenderContext } from "../kit/context.ts";
import { layoutView, linkerFor } from "../kit/layout-view.ts";
import type { Output } from "../kit/output.ts";
import { translationsOf } from "../kit/translations.ts";
import { practiceMetadata } from "./metadata-view.ts";
import { practiceIngredients } from "./practice-ingredients.ts";
import { practiceView } from "./practice-view.ts";
import { drawQrCode } from "./qr-code.ts";

/** One page per practice and language. */
export const practicePages: Output = {
  kinds: ["practice"],
  inPagesProfile: true,
  plan: (archive) =>
    [...archive.editions.values()].flatMap(({ language, practices }) =>
      practices.map(
        ({ item }): Route => ({
          kind: "practice",
          permalink: permalinks.practice(language, item.id),
          language,
          key: item.id,
          file: item.file,
        }),
      ),
    ),
  ingredients: (route, context) => practiceIngredients(practiceOf(route, context), context),
  render: (route, context) => {
    const entry = practiceOf(route, context);
    const head = { title: entry.item.title, description: entry.summary, translations: translationsOf(route, context) };
    const practice = practiceView(context, entry, linkerFor(route, context));
    const qr = context.fitsSheets ? drawQrCode(practice.permalink) : null;
    const metadata = practiceMetadata(entry, context, linkerFor(route, context));
    const view = { ...layoutView(route, context, head), practice, qr, metadata };
    return context.templates.render("practice.njk", view);
  },
};

/** The practice that a route shows. */
export function practiceOf({ language, key }: Route, context: RenderContext): PracticeEntry {
  const entry = editionOf(context, language).practicesById.get(key as PracticeId);
  if (!entry) throw new Error(`no practice ${key}`);
  return entry;
}
