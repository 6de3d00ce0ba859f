import { permalinks } from "../../archive/permalinks.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { PracticeId } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { practiceMetadata } from "./metadata-view.ts";
import { practiceView } from "./practice-view.ts";
import { drawQrCode } from "./qr-code.ts";

/** One page per practice and language. */
export const practicePages: Output = {
  kind: "practice",
  scripts: {
    "print-button": {
      source: "pages/practice/browser/print-button.ts",
      format: "iife",
      needs: "fullSite",
      keptOffline: true,
    },
  },
  traits: ["page", "indexed", "offline", "counts", "selectable"],
  under: "practices",
  plan: perEdition("practice", ({ language, practices }) =>
    practices.map(({ item }) => ({ permalink: permalinks.practice(language, item.id), key: item.id, file: item.file })),
  ),
  render: (route, context) => {
    const entry = practiceOf(route, context);
    const head = { title: entry.item.title, description: entry.summary };
    const practice = practiceView(context, entry, relativeUrlFor(route, context));
    const qr = context.target.has("fittedSheets") ? drawQrCode(practice.permalink) : null;
    const metadata = practiceMetadata(entry, context, relativeUrlFor(route, context));
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
