import { describe, expect, it } from "vitest";
import { bulgaria } from "../../src/core/map/bulgaria.ts";
import type { MunicipalityCode } from "../../src/core/model/ids.ts";
import type { Municipality } from "../../src/core/model/site.ts";
import { chooseMap, parseMap } from "../../src/read/read-map.ts";

const parse = (content: unknown) => parseMap({ path: "content/map.geojson", text: JSON.stringify(content, null, 1) });
const square = (west: number, south: number, size = 1) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south],
];
const hole = square(20.2, 40.2, 0.1);
const places = (...points: readonly (readonly [longitude: number, latitude: number] | undefined)[]) =>
  new Map(
    points.map((point, index): [MunicipalityCode, Municipality] => {
      const code = `P${index}` as MunicipalityCode;
      return [code, { code, name: code, ...(point ? { point: { longitude: point[0], latitude: point[1] } } : {}) }];
    }),
  );
const own = { file: "content/places.csv", lines: new Map([["P1" as MunicipalityCode, 3]]) };
const codesIn = (outcome: { readonly findings: readonly { readonly code: string }[] }) =>
  outcome.findings.map(({ code }) => code);

describe("the outline of an archive's own map", () => {
  it("is the outer borders of all areas, wherever they are in the file", () => {
    const { value, findings } = parse({
      type: "FeatureCollection",
      features: [
        { type: "Feature", geometry: { type: "Polygon", coordinates: [square(20, 40), hole] } },
        { type: "Feature", geometry: { type: "MultiPolygon", coordinates: [[square(22, 40)], [square(24, 40)]] } },
        {
          type: "Feature",
          geometry: { type: "GeometryCollection", geometries: [{ type: "Polygon", coordinates: [square(26, 40)] }] },
        },
        { type: "Feature", geometry: { type: "Point", coordinates: [20, 40] } },
        { type: "Feature", geometry: null },
      ],
    });
    expect(findings).toEqual([]);
    expect(value?.map((ring) => ring[0]?.longitude)).toEqual([20, 22, 24, 26]);
  });

  it("may be none, but not by mistake", () => {
    expect(parse({ type: "FeatureCollection", features: [] })).toEqual({ value: [], findings: [] });
    expect(codesIn(parse({ type: "LineString", coordinates: [] }))).toEqual(["map/no-areas"]);
  });

  it.each([
    ["points in metres", { type: "Polygon", coordinates: [[[500000, 4700000]]] }, "map/degrees", 6],
    ["degrees as text", { type: "Polygon", coordinates: [[["23.5", "42"]]] }, "map/degrees", 6],
    ["a polygon without rings", { type: "Polygon" }, "map/degrees", 1],
    ["TopoJSON", { type: "Topology" }, "map/other-type", 2],
    ["a list", [1, 2], "map/other-type", 1],
    ["a geometry of no kind", { type: "Feature", geometry: { type: "Circle" } }, "map/other-type", 4],
  ])("is refused with its line for %s", (_, content, code, line) => {
    const { value, findings } = parse(content);
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code, location: { line } }]);
  });

  it("is refused with its place where it is no JSON", () => {
    const { findings } = parseMap({ path: "content/map.geojson", text: '{\n "type": }' });
    expect(findings).toMatchObject([{ code: "map/invalid", location: { line: 2 } }]);
  });
});

describe("the map of an archive", () => {
  const clujAndIasi = [
    [23.59, 46.77],
    [27.59, 47.16],
  ] as const;

  it("is that of Bulgaria for places there, and says which one is not", () => {
    const { value, findings } = chooseMap({ places: places([23.3, 42.7], [0, 0], [25, 43]), rings: undefined, own });
    expect(value).toBe(bulgaria);
    expect(findings).toMatchObject([
      { code: "map/place-outside", parameters: { code: "P1" }, file: "content/places.csv", location: { line: 3 } },
    ]);
  });

  it.each([
    [2, 1, true],
    [1, 1, false],
    [1, 2, false],
  ])("of %i places in Bulgaria and %i elsewhere is that of Bulgaria: %s", (there, elsewhere, isBulgaria) => {
    const points = [...Array(there).fill([25, 43]), ...Array(elsewhere).fill([0, 0])];
    const { value } = chooseMap({ places: places(...points), rings: undefined, own });
    expect(value?.outline !== "").toBe(isBulgaria);
  });

  it("shows places of another country alone, without the outline of Bulgaria", () => {
    const { value, findings } = chooseMap({ places: places(...clujAndIasi), rings: undefined, own });
    expect(findings).toEqual([]);
    expect(value?.outline).toBe("");
  });

  it("fits the archive's own outline", () => {
    const rings = parse({ type: "Polygon", coordinates: [square(22, 45, 4)] }).value;
    const { value, findings } = chooseMap({ places: places(...clujAndIasi), rings, own });
    expect(value?.outline).toMatch(/^M.*z$/);
    expect(findings).toMatchObject([{ code: "map/place-outside", parameters: { code: "P1" } }]);
  });

  it("has no outline where the archive says so, and is not there where no place has coordinates", () => {
    expect(chooseMap({ places: places([25, 43]), rings: [], own }).value?.outline).toBe("");
    expect(chooseMap({ places: places(undefined), rings: undefined, own }).value).toBeUndefined();
    expect(chooseMap({ places: places(), rings: undefined, own }).value).toBeUndefined();
  });
});
