import { readFileSync } from "node:fs";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import type { PlaceValue } from "../core/diagnostics/kinds.ts";
import { type LocalizedText, languages, perLanguage } from "../core/language/language.ts";
import type { GeoPoint } from "../core/map/map.ts";
import type { SourceFile } from "../core/model/document.ts";
import type { MunicipalityCode, ProvinceCode } from "../core/model/ids.ts";
import type { Census, Municipality, PlaceNames, Places, Province } from "../core/model/site.ts";
import { readTable, type Table, type TableRow } from "./read-table.ts";

/** The places of an archive, and of when their population is. */
export interface PlacesTable {
  readonly places: Places;
  readonly census: Census | undefined;
}

/** A table of its own, by file; findings of places name its line. */
export interface ReadPlaces extends PlacesTable {
  readonly lines: ReadonlyMap<MunicipalityCode, number>;
}

const inLanguages = (column: string): readonly string[] => [column, ...languages.map((tag) => `${column}_${tag}`)];
const [nameColumns, sourceColumns] = [inLanguages("name"), inLanguages("source")];
const latitudeColumns = ["lat", "latitude"];
const longitudeColumns = ["lon", "lng", "long", "longitude"];

const placeColumns = {
  needed: [["code"], nameColumns],
  known: [
    "code",
    ...nameColumns,
    "province_code",
    ...inLanguages("province"),
    ...latitudeColumns,
    ...longitudeColumns,
    "population",
    ...sourceColumns,
  ],
};
const populationColumns = { needed: [["code"]], known: ["code", "population", ...sourceColumns] };

/** The tables that come with Praktika: the 265 municipalities of Bulgaria. */
export function readDefaultPlaces(): PlacesTable {
  const read = (name: string): SourceFile => ({
    path: name,
    text: readFileSync(new URL(name, import.meta.url), "utf8"),
  });
  return withPopulation(parsePlaces(read("places.csv")).value, read("population.csv")).value;
}

/** A table of places as CSV with a header → places by code. Findings: table/*. */
export function parsePlaces(source: SourceFile): Result<ReadPlaces> {
  const table = readTable(source, placeColumns);
  const places = new Map<MunicipalityCode, Municipality>();
  const provinces = new Map<string, Province>();
  const { lines, findings, census } = readRows(source, table, (row, report) => {
    const code = row.values.code as MunicipalityCode;
    const names = namesIn(row, "name");
    if (!names) return report("name", "");
    places.set(code, {
      code,
      ...names,
      ...provinceOf(row, provinces),
      ...pointOf(row, report),
      ...populationIn(row, report),
    });
  });
  return { value: { places, census, lines }, findings };
}

/** The places with the population of another table. Findings: table/*. */
export function withPopulation(before: PlacesTable, source: SourceFile): Result<PlacesTable> {
  const places = new Map<MunicipalityCode, Municipality>(
    [...before.places].map(([code, { population: _, ...place }]) => [code, place]),
  );
  const table = readTable(source, populationColumns);
  const findings: Finding[] = [];
  const { census, ...rows } = readRows(source, table, (row, report) => {
    const code = row.values.code as MunicipalityCode;
    const place = places.get(code);
    if (place) places.set(code, { ...place, ...populationIn(row, report) });
    else findings.push(finding("table/unknown-code", source.path, { code }, { line: row.line, text: code }));
  });
  return { value: { places, census }, findings: [...rows.findings, ...findings] };
}

type Report = (expected: PlaceValue, written: string) => undefined;

/** Reads rows that have a code, each only once. */
function readRows(
  { path }: SourceFile,
  { value: table, findings: found }: Result<Table | undefined>,
  read: (row: TableRow, report: Report) => void,
) {
  const findings: Finding[] = [...found];
  const lines = new Map<MunicipalityCode, number>();
  for (const row of table?.rows ?? []) {
    const { line } = row;
    const report: Report = (expected, written) => {
      findings.push(finding("table/value", path, { expected, written }, { line, text: written }));
    };
    const code = row.values.code as MunicipalityCode;
    const first = lines.get(code);
    if (code === "") report("code", "");
    else if (first !== undefined)
      findings.push(finding("table/same-code", path, { code, first }, { line, text: code }));
    else {
      lines.set(code, line);
      read(row, report);
    }
  }
  return { findings, lines, census: table && censusOf(table) };
}

function firstOf({ values }: TableRow, columns: readonly string[]): string {
  return columns.map((column) => values[column]).find(Boolean) ?? "";
}

/** A text for all languages, or one for each. */
function textsIn({ values }: TableRow, column: string): LocalizedText {
  const written = Object.entries(perLanguage((language) => values[`${column}_${language}`] || values[column] || ""));
  return Object.fromEntries(written.filter(([, text]) => text !== ""));
}

function namesIn(row: TableRow, column: string): PlaceNames | undefined {
  const name = firstOf(row, inLanguages(column));
  const names = languages.flatMap((language) => {
    const own = row.values[`${column}_${language}`];
    return own && own !== name ? [[language, own] as const] : [];
  });
  if (name === "") return undefined;
  return names.length > 0 ? { name, names: Object.fromEntries(names) } : { name };
}

function provinceOf(row: TableRow, provinces: Map<string, Province>): Pick<Municipality, "province"> {
  const names = namesIn(row, "province");
  const code = (row.values.province_code || names?.name) as ProvinceCode | undefined;
  if (!code) return {};
  const province = provinces.get(code) ?? { code, ...(names ?? { name: code }) };
  provinces.set(code, province);
  return { province };
}

/** Degrees, with a comma as well. A place without both has no point. */
function pointOf(row: TableRow, report: Report): Pick<Municipality, "point"> {
  const [lat, lon] = [firstOf(row, latitudeColumns), firstOf(row, longitudeColumns)];
  if (lat === "" && lon === "") return {};
  const read = (written: string): number =>
    /^[-+]?\d+(?:[.,]\d+)?$/.test(written) ? Number(written.replace(",", ".")) : Number.NaN;
  const point: GeoPoint = { longitude: read(lon), latitude: read(lat) };
  if (!(Math.abs(point.latitude) <= 90)) return report("latitude", lat) ?? {};
  if (!(Math.abs(point.longitude) <= 180)) return report("longitude", lon) ?? {};
  return { point };
}

/** A whole number, of which groups of three figures may stand apart. */
function populationIn({ values }: TableRow, report: Report): Pick<Municipality, "population"> {
  const column = Object.keys(values).find(isPopulation);
  const written = (column && values[column]) || "";
  if (written === "") return {};
  const figures = written.replace(/(?<=\d)[\s.,'](?=\d{3}(?:\D|$))/gu, "");
  if (!/^\d+$/.test(figures)) return report("population", written) ?? {};
  return { population: Number(figures) };
}

const isPopulation = (column: string): boolean => /^population(?:_\d{4})?$/.test(column);

function censusOf({ columns, rows }: Table): Census | undefined {
  const column = columns.find(isPopulation);
  if (column === undefined) return undefined;
  const source = rows.map((row) => textsIn(row, "source")).find((texts) => Object.keys(texts).length > 0) ?? {};
  return { year: column.slice("population_".length), source };
}
