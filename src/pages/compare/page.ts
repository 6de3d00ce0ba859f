import { permalinks } from "../../archive/permalinks.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Archive } from "../../core/model/archive.ts";
import { hasPlaces } from "../../core/model/fields/has-field.ts";
import { practiceTextsOf, textsOf } from "../../locales/texts-of.ts";
import type { CompareRow } from "../../locales/types/compare.ts";
import type { Output } from "../kit/context.ts";
import { figureFields } from "../kit/figure-of.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { onePerEdition } from "../kit/per-edition.ts";
import { plainFieldsAt } from "../practice/plain-facts.ts";
import { missingText, sheetSource } from "../selection/selection-view.ts";

/** The page on which a few practices stand side by side. It holds none: scripts bring them, as to the selection. */
export const comparePages: Output = {
  kind: "compare",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  scripts: { compare: { source: "pages/compare/browser/compare.ts", format: "iife", needs: "fullSite" } },
  plan: onePerEdition("compare", permalinks.compare, 2),
  render: (route, context) => {
    const t = textsOf(route.language, context.archive).compare;
    const link = relativeUrlFor(route, context);
    const head = { title: t.title, description: t.intro };
    const view = {
      ...layoutView(route, context, head),
      compare: t,
      sheet: link(sheetSource(route.language, context)),
      missing: missingText(t.missing("{ids}"), route.language, context),
      rows: rowsOf(route.language, context.archive),
      figures: figuresOf(route.language, context.archive),
    };
    return context.templates.render("compare.njk", view);
  },
};

/** What stands in columns of numbers as well. */
function figuresOf(language: Language, { fields }: Pick<Archive, "fields">) {
  const texts = practiceTextsOf(language, fields);
  return figureFields(fields).map(({ name }) => ({ name, label: texts[name]?.heading ?? name }));
}

/** What of practices is compared, in this order: a copier's questions. `browser/compare.ts` finds the fields by their names. */
function rowsOf(language: Language, archive: Archive): readonly { readonly name: string; readonly label: string }[] {
  const { rows } = textsOf(language, archive).compare;
  const { fields: table } = archive;
  const texts = practiceTextsOf(language, table);
  const named = (name: CompareRow) => ({ name, label: rows[name] });
  const fields = [...plainFieldsAt("facts", table), ...plainFieldsAt("transfer", table)].map(({ name }) => ({
    name,
    label: texts[name]?.compared ?? texts[name]?.heading ?? name,
  }));
  const { sections } = archive.site;
  // What came of it is asked first; an archive says its own parts in their order.
  const parts =
    sections === undefined
      ? [named("results"), named("practice"), named("background")]
      : sections.map(({ name, heading }) => ({ name, label: localize(heading, language) }));
  const hasSizes = archive.census !== undefined && hasPlaces(table);
  return [named("where"), ...(hasSizes ? [named("size")] : []), named("what"), ...fields, ...parts];
}
