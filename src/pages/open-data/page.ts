import { permalinks } from "../../archive/permalinks.ts";
import { formatBytes } from "../../core/language/format.ts";
import { nameOfLanguage } from "../../core/language/language.ts";
import { hasPlaces } from "../../core/model/fields/has-field.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { Output, RenderContext } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { onePerEdition } from "../kit/per-edition.ts";
import { separate } from "../kit/separate.ts";
import { citationEndings, citationFormats } from "../practice/citation/formats.ts";
import { toCsv } from "./csv.ts";
import { describeColumn, publishedColumns } from "./data-columns.ts";
import { dataRecords } from "./data-record.ts";
import { toCatalog, toDataPackage } from "./descriptions.ts";
import { toGeoJson } from "./geojson.ts";
import { toOaiRepository } from "./oai.ts";

/** The files of the open data, by name, each in pieces. The last lists the others. */
const files: Readonly<Record<string, (context: RenderContext) => Iterable<string>>> = {
  "practices.csv": ({ archive }) => toCsv(archive),
  "practices.json": ({ archive }) => toJson(archive),
  "practices.geojson": ({ archive }) => toGeoJson(archive),
  "datapackage.json": ({ archive }) => [toDataPackage(archive)],
  "catalog.jsonld": ({ archive }) => [toCatalog(archive)],
  "oai.xml": toOaiRepository,
  SHA256SUMS: (context) =>
    filesOf(context.archive)
      .filter((name) => name !== "SHA256SUMS")
      .map((name) => `${context.factsOf(permalinkOf(name)).hash}  ${name}\n`),
};

/** Those that the archive has: points on a map need places. */
function filesOf({ fields }: Pick<RenderContext["archive"], "fields">): readonly string[] {
  return Object.keys(files).filter((name) => name !== "practices.geojson" || hasPlaces(fields));
}

function permalinkOf(name: string): Permalink {
  return `/data/${name}` as Permalink;
}

function* toJson(archive: RenderContext["archive"]): Generator<string> {
  yield "[\n";
  yield* separate(dataRecords(archive), ",\n", ({ record }) => JSON.stringify(record));
  yield "\n]\n";
}

/** The archive as data, below /data/. */
export const openData: Output = {
  kind: "open-data",
  needs: "fullSite",
  traits: [],
  plan: ({ site, fields }) =>
    filesOf({ fields }).map(
      (name): Route => ({
        kind: "open-data",
        permalink: permalinkOf(name),
        language: site.languages[0],
        key: name,
      }),
    ),
  render: ({ key }, context) => ({ pieces: files[key]?.(context) ?? [] }),
};

/** The page that says what the files are and what each field holds. */
export const dataPages: Output = {
  kind: "data",
  needs: "fullSite",
  traits: ["page", "indexed"],
  plan: onePerEdition("data", permalinks.data),
  layout: ({ language, kind }, { archive, planned }, link) => {
    const page = permalinks.data(language);
    if (!planned.has(page)) return { openData: null };
    return { openData: { href: link(page), label: textsOf(language, archive).data.title, current: kind === "data" } };
  },
  render: (route, context) => {
    const { language } = route;
    const t = textsOf(language, context.archive).data;
    const link = relativeUrlFor(route, context);
    const head = { title: t.title, description: t.intro };
    const view = {
      ...layoutView(route, context, head),
      texts: t,
      files: filesOf(context.archive).map((name) => ({
        name,
        href: link(permalinkOf(name)),
        size: formatBytes(context.factsOf(permalinkOf(name)).bytes, language),
        text: t.files[name] ?? "",
      })),
      citations: [...context.archive.editions.keys()].flatMap((edition) =>
        citationEndings
          .map((format) => ({ format, permalink: permalinks.citations(edition, format) }))
          .filter(({ permalink }) => context.planned.has(permalink))
          .map(({ format, permalink }) => ({
            name: permalink.slice(permalink.lastIndexOf("/") + 1),
            href: link(permalink),
            text: t.citations(nameOfLanguage(edition, language), citationFormats[format].name),
          })),
      ),
      fields: publishedColumns(context.archive).map((column) => ({
        name: column.name,
        type: t.types[column.type],
        text: describeColumn(column, language, context.archive),
      })),
    };
    return context.templates.render("data.njk", view);
  },
};
