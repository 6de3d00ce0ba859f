import { formatBytes, formatDay } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { RenderContext, Viewpoint } from "./context.ts";

/** A printed sheet or book, if one is published under this permalink. */
export function pdfView(
  permalink: Permalink,
  language: Language,
  { context, link }: Viewpoint<Pick<RenderContext, "sheetPdfs" | "archive">>,
) {
  const pdf = context.sheetPdfs.get(permalink);
  if (!pdf) return null;
  return {
    href: link(permalink),
    text: textsOf(language, context.archive).sheetPdf(pdf.pages, {
      size: formatBytes(pdf.bytes, language),
      day: formatDay(pdf.version, language),
    }),
  };
}
