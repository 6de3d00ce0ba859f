import { permalinks } from "../../archive/permalinks.ts";
import { formatBytes } from "../../core/language/format.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { locales } from "../../locales/locales.ts";
import type { RenderContext } from "../kit/context.ts";
import { layoutView, linkerFor } from "../kit/layout-view.ts";
import type { Output } from "../kit/output.ts";
import { translationsOf } from "../kit/translations.ts";
import { toCsv } from "./csv.ts";
import { type DataField, dataFields, dataRecords } from "./data-record.ts";
import { toCatalog, toDataPackage } from "./descriptions.ts";
import { toGeoJson } from "./geojson.ts";
import { toOaiRepository } from "./oai.ts";

/** The files of the open data, by name. The last lists the others. */
const files: Readonly<Record<string, (context: RenderContext) => string>> = {
  "practices.csv": ({ archive }) => toCsv(dataRecords(archive)),
  "practices.json": ({ archive }) => `[\n${linesOf(archive).join(",\n")}\n]\n`,
  "practices.jsonl": ({ archive }) =>
    linesOf(archive)
      .map((line) => `${line}\n`)
      .join(""),
  "practices.geojson": ({ archive }) => toGeoJson(archive),
  "datapackage.json": ({ archive }) => toDataPackage(archive),
  "catalog.jsonld": ({ archive }) => toCatalog(archive),
  "oai.xml": toOaiRepository,
  SHA256SUMS: (context) =>
    Object.keys(files)
      .filter((name) => name !== "SHA256SUMS")
      .map((name) => `${context.sha256(fileOf(name, context))}  ${name}\n`)
      .join(""),
};

function linesOf(archive: RenderContext["archive"]): readonly string[] {
  return dataRecords(archive).map((record) => JSON.stringify(record));
}

const composed = new WeakMap<RenderContext, Map<string, string>>();

/** A file of the data, composed once: its size and its checksum are shown elsewhere. */
function fileOf(name: string, context: RenderContext): string {
  const known = composed.get(context) ?? new Map<string, string>();
  composed.set(context, known);
  const text = known.get(name) ?? files[name]?.(context) ?? "";
  known.set(name, text);
  return text;
}

/** The archive as data, below /data/. */
export const openData: Output = {
  kinds: ["open-data"],
  inPagesProfile: false,
  plan: ({ site }) =>
    Object.keys(files).map(
      (name): Route => ({
        kind: "open-data",
        permalink: `/data/${name}` as Permalink,
        language: site.languages[0],
        key: name,
      }),
    ),
  render: ({ key }, context) => fileOf(key, context),
};

/** The page that says what the files are and what each field holds. */
export const dataPages: Output = {
  kinds: ["data"],
  inPagesProfile: false,
  plan: (archive) =>
    [...archive.editions.values()]
      .filter(({ practices }) => practices.length > 0)
      .map(({ language }): Route => ({ kind: "data", permalink: permalinks.data(language), language, key: "" })),
  render: (route, context) => {
    const { language } = route;
    const t = locales[language].data;
    const link = linkerFor(route, context);
    const head = { title: t.title, description: t.intro, translations: translationsOf(route, context) };
    const view = {
      ...layoutView(route, context, head),
      data: t,
      files: Object.keys(files).map((name) => ({
        name,
        href: link(`/data/${name}` as Permalink),
        size: formatBytes(new TextEncoder().encode(fileOf(name, context)).length, language),
        text: t.files[name] ?? "",
      })),
      fields: (Object.keys(dataFields) as DataField[]).map((name) => ({
        name,
        type: t.types[dataFields[name]],
        text: t.fields[name] ?? "",
      })),
    };
    return context.templates.render("data.njk", view);
  },
};
