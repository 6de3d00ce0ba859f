import { permalinks } from "../../archive/permalinks.ts";
import { type Language, localize, worldLanguage } from "../../core/language/language.ts";
import { bulgaria } from "../../core/map/bulgaria.ts";
import type { Archive } from "../../core/model/archive.ts";
import { hasPlaces } from "../../core/model/fields/has-field.ts";
import { locales } from "../../locales/locales.ts";
import { describeColumn, publishedColumns } from "./data-columns.ts";

/** The files that hold the data, each with its media type. */
const dataFiles = {
  "practices.csv": "text/csv",
  "practices.json": "application/json",
  "practices.geojson": "application/geo+json",
} as const;

/** Points on a map need places. */
function filesWith(fields: Archive["fields"]): readonly (readonly [name: string, type: string])[] {
  return Object.entries(dataFiles).filter(([name]) => name !== "practices.geojson" || hasPlaces(fields));
}

/** The day of what is newest in the archive: the data are of that day, whenever they are made. */
function dayOf({ editions }: Archive): string {
  const days = [...editions.values()].flatMap(({ practices }) => practices[0]?.item.date ?? []);
  return days.sort().at(-1) ?? "";
}

/** Of texts for programs of the whole world: English, where the archive speaks it. */
function languageOf({ site }: Archive): Language {
  return site.languages.find((language) => language === worldLanguage) ?? site.languages[0];
}

function nameOf({ site }: Archive): string {
  return localize(site.name, site.languages[0]);
}

/** datapackage.json (Data Package v1): what the files hold, field by field. */
export function toDataPackage(archive: Archive): string {
  const { site } = archive;
  return json({
    profile: "tabular-data-package",
    name: "practices",
    title: nameOf(archive),
    description: localize(site.description, site.languages[0]) || undefined,
    homepage: site.baseUrl,
    version: dayOf(archive),
    licenses: site.licence?.url
      ? [{ path: site.licence.url, title: localize(site.licence.name, languageOf(archive)) }]
      : undefined,
    contributors: site.publisher
      ? [{ title: localize(site.publisher.name, languageOf(archive)), role: "publisher" }]
      : undefined,
    resources: [
      {
        profile: "tabular-data-resource",
        name: "practices",
        path: "practices.csv",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: { lineTerminator: "\r\n", doubleQuote: true },
        schema: {
          fields: publishedColumns(archive).map((column) => ({
            name: column.name,
            type: column.type === "list" ? "string" : column.type,
            description: describeColumn(column, languageOf(archive), archive),
          })),
          primaryKey: ["id", "language"],
          missingValues: [""],
        },
      },
    ],
  });
}

/** catalog.jsonld: the archive as a data set, for portals of open data (DCAT 3 and the European profile DCAT-AP). */
export function toCatalog(archive: Archive): string {
  const { site } = archive;
  const { languages, baseUrl } = site;
  const inAll = (text: Parameters<typeof localize>[0]) =>
    languages.map((language) => ({ "@language": language, "@value": localize(text, language) }));
  const publisher = { "@type": "foaf:Agent", "foaf:name": inAll(site.publisher?.name ?? site.name) };
  return json({
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": `${baseUrl}/data/catalog.jsonld`,
    "@type": "dcat:Catalog",
    "dct:title": inAll(site.name),
    "dct:description": inAll(site.description ?? site.name),
    "dct:publisher": publisher,
    "foaf:homepage": { "@id": `${baseUrl}/` },
    "dcat:dataset": {
      "@id": `${baseUrl}/data/`,
      "@type": "dcat:Dataset",
      "dct:title": inAll(site.name),
      "dct:description": inAll(site.description ?? site.name),
      "dct:publisher": publisher,
      "dct:identifier": `${baseUrl}/data/`,
      "dct:modified": { "@type": "xsd:date", "@value": dayOf(archive) },
      "dct:language": languages.map((language) => ({
        "@id": `http://publications.europa.eu/resource/authority/language/${locales[language].writing.authorityCode}`,
      })),
      ...(isOfBulgarianMunicipalities(archive) && {
        "dct:spatial": { "@id": "http://publications.europa.eu/resource/authority/country/BGR" },
        "dcat:theme": { "@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE" },
      }),
      "dcat:landingPage": { "@id": baseUrl + permalinks.data(languages[0]) },
      "dcat:distribution": filesWith(archive.fields).map(([name, type]) => ({
        "@id": `${baseUrl}/data/${name}`,
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:downloadURL": { "@id": `${baseUrl}/data/${name}` },
        "dcat:accessURL": { "@id": baseUrl + permalinks.data(languages[0]) },
        "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${type}` },
        "dct:license": site.licence?.url ? { "@id": site.licence.url } : undefined,
      })),
    },
  });
}

/** The places and the map that come with the program say what the data are about. */
function isOfBulgarianMunicipalities({ fields, map }: Archive): boolean {
  return hasPlaces(fields) && map?.outline === bulgaria.outline;
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
