import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { finding, type Result } from "../core/diagnostics/finding.ts";
import type { SourceFile } from "../core/model/document.ts";
import type { MunicipalityCode, ProvinceCode } from "../core/model/ids.ts";
import type { Municipality, Places, Province } from "../core/model/site.ts";

const columns = ["code", "name_bg", "province_code", "province_bg", "lat", "lon"] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

/** The table that comes with Praktika: the 265 municipalities of Bulgaria. */
export function readDefaultPlaces(): Places {
  const url = new URL("places.csv", import.meta.url);
  return parsePlaces({ path: "places.csv", text: readFileSync(url, "utf8") }).value;
}

/** A table of municipalities as CSV with a header → places by code. Finding: site/invalid-places. */
export function parsePlaces(source: SourceFile): Result<Places> {
  const places = new Map<MunicipalityCode, Municipality>();
  try {
    const rows = parse<Row>(source.text, { columns: true, trim: true, skip_empty_lines: true });
    const missing = columns.find((column) => !(column in (rows[0] ?? {})));
    if (missing) throw new Error(missing);
    const provinces = new Map<string, Province>();
    for (const row of rows) {
      const [latitude, longitude] = [Number(row.lat || Number.NaN), Number(row.lon || Number.NaN)];
      if (!row.code || !row.name_bg || !Number.isFinite(latitude) || !Number.isFinite(longitude))
        throw new Error(row.code);
      let province = provinces.get(row.province_code);
      if (!province) {
        province = { code: row.province_code as ProvinceCode, name: row.province_bg };
        provinces.set(row.province_code, province);
      }
      const code = row.code as MunicipalityCode;
      places.set(code, { code, name: row.name_bg, province, latitude, longitude });
    }
    return { value: places, findings: [] };
  } catch (error) {
    return {
      value: places,
      findings: [finding("site/invalid-places", source.path, { reason: (error as Error).message })],
    };
  }
}
