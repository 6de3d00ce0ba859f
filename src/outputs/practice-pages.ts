import { permalinks } from "../archive/permalinks.ts";
import type { PracticeId } from "../model/ids.ts";
import type { Route } from "../model/route.ts";
import { editionOf } from "../render/context.ts";
import { drawQrCode } from "../render/qr-code.ts";
import { layoutView, linkerFor } from "../render/views/layout-view.ts";
import { practiceView } from "../render/views/practice-view.ts";
import type { Output } from "./output.ts";
import { translationsOf } from "./translations.ts";

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
  render: (route, context) => {
    const id = route.key as PracticeId;
    const entry = editionOf(context, route.language).practicesById.get(id);
    if (!entry) throw new Error(`no practice ${id}`);
    const head = { title: entry.item.title, description: entry.summary, translations: translationsOf(route, context) };
    const practice = practiceView(context, entry, linkerFor(route, context));
    const view = { ...layoutView(route, context, head), practice, qr: drawQrCode(practice.permalink) };
    return context.templates.render("practice.njk", view);
  },
};
