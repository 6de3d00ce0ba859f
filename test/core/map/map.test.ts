import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bulgaria } from "../../../src/core/map/bulgaria.ts";
import { drawMap, fitFrame, isOnMap, placeOnMap } from "../../../src/core/map/map.ts";

const at = (longitude: number, latitude: number) => ({ longitude, latitude });
const ring = (count: number, radius: number) =>
  Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    // A coast of bays.
    const reach = radius * (1 + 0.2 * Math.sin(angle * 180));
    return at(25 + reach * Math.cos(angle), 45 + reach * Math.sin(angle));
  });

describe("a map that fits itself", () => {
  it("holds whatever points there are, on a drawing of usual proportions", () => {
    const point = fc.record({
      longitude: fc.double({ min: -179, max: 179, noNaN: true }),
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        const frame = fitFrame(points);
        for (const each of points) expect(isOnMap(frame, each)).toBe(true);
        expect(Math.max(frame.width, frame.height)).toBe(720);
        expect(Math.min(frame.width, frame.height)).toBeGreaterThan(200);
      }),
    );
  });

  it("has north above, west at the left, and a kilometre as long in both directions", () => {
    const frame = fitFrame([at(20, 60), at(30, 64)]);
    const [x, y] = placeOnMap(frame, at(20, 62));
    const [east] = placeOnMap(frame, at(22, 62));
    const [, north] = placeOnMap(frame, at(20, 63));
    // At 62 degrees a degree of longitude is about half as long as one of latitude.
    expect((east - x) / (y - north)).toBeCloseTo(2 * Math.cos((62 * Math.PI) / 180), 1);
  });

  it("puts islands on both sides of the 180th meridian side by side", () => {
    const frame = fitFrame([at(178, -18), at(-179, -17)]);
    expect(placeOnMap(frame, at(178, -18))[0]).toBeLessThan(placeOnMap(frame, at(-179, -17))[0]);
    expect(frame.east - frame.west).toBeLessThan(10);
  });

  it("shows the surroundings of a single town", () => {
    const frame = fitFrame([at(23.6, 46.8)]);
    expect(frame.north - frame.south).toBeGreaterThan(0.05);
    expect(placeOnMap(frame, at(23.6, 46.8))[0]).toBeCloseTo(frame.width / 2, 0);
  });
});

describe("the outline of a map", () => {
  it("is drawn coarser if it is finer than a page can bear, and leaves out islands that nobody would see", () => {
    const { outline } = drawMap([ring(60_000, 3), ring(30, 0.0001)]);
    expect(outline.length).toBeLessThanOrEqual(16_000);
    expect(outline.length).toBeGreaterThan(2_000);
    expect(outline.match(/M/g)).toHaveLength(1);
    expect(outline.endsWith("z")).toBe(true);
  });

  it("of Bulgaria has Sofia and Varna on its map and Bucharest not", () => {
    expect(isOnMap(bulgaria.frame, at(23.32, 42.7))).toBe(true);
    expect(isOnMap(bulgaria.frame, at(27.91, 43.21))).toBe(true);
    expect(isOnMap(bulgaria.frame, at(26.1, 44.43))).toBe(false);
  });
});
