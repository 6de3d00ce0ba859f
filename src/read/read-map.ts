import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { bulgaria } from "../core/map/bulgaria.ts";
import { type ArchiveMap, drawMap, fitFrame, type GeoPoint, isOnMap, type Ring } from "../core/map/map.ts";
import type { SourceFile } from "../core/model/document.ts";
import type { MunicipalityCode } from "../core/model/ids.ts";
import type { Places } from "../core/model/site.ts";
import { explainFault, type ParserError } from "./read-data.ts";

/**
 * The outline of an archive's own map: the areas of a file of GeoJSON (RFC 7946), whatever else is in it. A file without areas is a map without
 * outline.
 *
 * Findings: map/invalid, map/other-type, map/degrees, map/no-areas.
 */
export function parseMap({ path, text }: SourceFile): Result<readonly Ring[] | undefined> {
  const refuse = (found: Finding) => ({ value: undefined, findings: [found] });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const { reason, location } = explainFault(error as ParserError, text);
    return refuse(finding("map/invalid", path, { reason }, location));
  }
  const rings: Ring[] = [];
  const fault = collectAreas(content, rings);
  if (fault?.type !== undefined)
    return refuse(finding("map/other-type", path, { type: fault.type }, locationOf(text, fault.type)));
  if (fault) return refuse(finding("map/degrees", path, { written: fault.written }, locationOf(text, fault.written)));
  const isMeant = rings.length > 0 || (content as GeoObject).features?.length === 0;
  return { value: rings, findings: isMeant ? [] : [finding("map/no-areas", path, {}, { line: 1, column: 1 })] };
}

/** What GeoJSON may hold, as far as it is read. */
interface GeoObject {
  readonly type?: unknown;
  readonly features?: readonly unknown[];
  readonly geometries?: readonly unknown[];
  readonly geometry?: unknown;
  readonly coordinates?: readonly unknown[];
}

type Fault =
  | { readonly type: string; readonly written?: undefined }
  | { readonly type?: undefined; readonly written: string };

/** Collects the outer borders; lakes and enclaves are not drawn. Returns the first fault. */
function collectAreas(value: unknown, rings: Ring[]): Fault | undefined {
  const object: GeoObject = typeof value === "object" && value !== null ? value : {};
  const each = (parts: readonly unknown[] = [], collect: (part: unknown) => Fault | undefined): Fault | undefined => {
    for (const part of parts) {
      const fault = collect(part);
      if (fault) return fault;
    }
    return undefined;
  };
  const within = (part: unknown): Fault | undefined => collectAreas(part, rings);
  const border = (polygon: unknown): Fault | undefined =>
    Array.isArray(polygon) && polygon.length === 0 ? undefined : addRing((polygon as readonly unknown[])?.[0], rings);
  switch (object.type) {
    case "FeatureCollection":
      return each(object.features, within);
    case "Feature":
      return object.geometry === null ? undefined : within(object.geometry);
    case "GeometryCollection":
      return each(object.geometries, within);
    case "MultiPolygon":
      return each(object.coordinates, border);
    case "Polygon":
      return border(object.coordinates);
    case "Point":
    case "MultiPoint":
    case "LineString":
    case "MultiLineString":
      return undefined;
    default:
      return { type: String(object.type ?? "") };
  }
}

function addRing(positions: unknown, rings: Ring[]): Fault | undefined {
  const ring: GeoPoint[] = [];
  for (const position of Array.isArray(positions) ? positions : [positions]) {
    const [longitude, latitude] = Array.isArray(position) ? position : [];
    const isOnEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    if (typeof longitude !== "number" || typeof latitude !== "number" || !isOnEarth)
      return { written: Array.isArray(position) ? position.join(", ") : String(position) };
    ring.push({ longitude, latitude });
  }
  rings.push(ring);
  return undefined;
}

/** The line of a word of JSON. */
function locationOf(text: string, word: string) {
  const [start = ""] = word.split(",");
  const line = text.slice(0, Math.max(0, text.indexOf(start))).split("\n").length;
  return { line, text: start };
}

interface MapParts {
  readonly places: Places;
  /** The outline of the archive's own map; undefined: it has none. */
  readonly rings: readonly Ring[] | undefined;
  /** The file of the archive's own places, with the line of each; undefined: they are those of Bulgaria. */
  readonly own: { readonly file: string; readonly lines: ReadonlyMap<MunicipalityCode, number> } | undefined;
}

/**
 * The map on which the places of an archive stand. Without an outline of its own that is the map of Bulgaria, as long as most of its places lie
 * there; else it shows the places alone.
 *
 * Finding: map/place-outside.
 */
export function chooseMap({ places, rings, own }: MapParts): Result<ArchiveMap | undefined> {
  const points = [...places.values()].flatMap(({ point }) => point ?? []);
  if (points.length === 0) return { value: undefined, findings: [] };
  const isInBulgaria = points.filter((point) => isOnMap(bulgaria.frame, point)).length * 2 > points.length;
  const map = rings?.length
    ? drawMap(rings)
    : isInBulgaria && rings === undefined
      ? bulgaria
      : { frame: fitFrame(points), outline: "" };
  const outside = [...places.values()].filter(({ point }) => point && !isOnMap(map.frame, point));
  const findings = own
    ? outside.map(({ code, name }) =>
        finding("map/place-outside", own.file, { code, name }, { line: own.lines.get(code) ?? 1, text: code }),
      )
    : [];
  return { value: map, findings };
}
