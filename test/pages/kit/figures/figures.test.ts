import { describe, expect, it } from "vitest";
import { bulgaria } from "../../../../src/core/map/bulgaria.ts";
import { placeOnMap } from "../../../../src/core/map/map.ts";
import { timelineFigure } from "../../../../src/pages/kit/figures/figures.ts";
import { mapFigure } from "../../../../src/pages/kit/figures/map-figure.ts";
import { readDefaultPlaces } from "../../../../src/read/read-places.ts";

const say = (count: number): string => `${count} пр.`;
const places = [...readDefaultPlaces().places.values()];
const points = places.flatMap(({ point }) => point ?? []);
const { frame } = bulgaria;

describe("the map", () => {
  it("has every municipality of Bulgaria within it, north above south and west before east", () => {
    expect(points).toHaveLength(265);
    for (const point of points) {
      const [x, y] = placeOnMap(frame, point);
      expect(x > 0 && x < frame.width && y > 0 && y < frame.height, JSON.stringify(point)).toBe(true);
    }
    const at = (name: string): readonly [number, number] => {
      const place = places.find((other) => other.name === name);
      return placeOnMap(frame, place?.point ?? { longitude: 0, latitude: 0 });
    };
    expect(at("Видин")[1]).toBeLessThan(at("Смолян")[1]);
    expect(at("Видин")[0]).toBeLessThan(at("Варна")[0]);
  });

  it("draws areas as the numbers are, large ones below small ones", () => {
    const counts = [1, 4, 16, 100];
    const counted = counts.map((count, index) => ({
      name: `${count}`,
      href: "#",
      count,
      point: points[index * 7] as (typeof points)[number],
    }));
    const { circles } = mapFigure(counted, bulgaria, { label: "Карта", say });
    expect(circles.map(({ label }) => label)).toEqual(["100: 100 пр.", "16: 16 пр.", "4: 4 пр.", "1: 1 пр."]);
    expect(circles[0]?.radius).toBe(24);
    expect((circles[0]?.radius ?? 0) ** 2 / (circles[1]?.radius ?? 1) ** 2).toBeCloseTo(100 / 16, 1);
  });
});

describe("circles of the map", () => {
  const all = places.flatMap(({ name, point }, index) =>
    point ? [{ name, href: "#", count: 1 + ((index * 7) % 40), point }] : [],
  );
  const figure = mapFigure(all, bulgaria, { label: "Карта", say });
  const lonely = mapFigure(all.slice(0, 1), bulgaria, { label: "Карта", say });

  it("have targets of 24 px on a phone where nothing is near", () => {
    expect((lonely.circles[0]?.reach ?? 0) * 2 * (290 / bulgaria.frame.width)).toBeGreaterThan(24);
  });

  it("have targets that cover no other circle, nor the target of another beyond its circle", () => {
    for (const { x, y, radius, reach } of figure.circles) {
      expect(reach).toBeGreaterThanOrEqual(radius);
      if (reach === radius) continue;
      for (const other of figure.circles) {
        if (other.x === x && other.y === y) continue;
        const distance = Math.hypot(other.x - x, other.y - y) + 0.1;
        expect(reach + other.radius).toBeLessThanOrEqual(distance);
        if (other.reach > other.radius) expect(reach + other.reach).toBeLessThanOrEqual(distance);
      }
    }
  });

  it.each([
    [[1, 1], []],
    [
      [1, 3],
      ["1 пр.", "3 пр."],
    ],
    [
      [2, 40],
      ["1 пр.", "10 пр.", "40 пр."],
    ],
  ])("of %j practices are explained by %j", (counts, key) => {
    const counted = counts.map((count, index) => ({ ...all[index * 9], count }) as (typeof all)[number]);
    const { key: entries, circles } = mapFigure(counted, bulgaria, { label: "Карта", say });
    expect(entries.map(({ text }) => text)).toEqual(key);
    if (key.length > 0) expect(entries.at(-1)?.radius).toBe(circles[0]?.radius);
  });
});

describe("names on the map", () => {
  const [north, south] = [
    { longitude: 25, latitude: 43.4 },
    { longitude: 25, latitude: 42 },
  ];
  const area = (name: string, ...points: readonly (typeof north)[]) => ({ name, count: 0, points });
  const namesOf = (...areas: readonly ReturnType<typeof area>[]) =>
    mapFigure([], bulgaria, { label: "Карта", say, areas }).names;

  it("stand in the middle of what they name", () => {
    const [x, y] = placeOnMap(frame, { longitude: 25, latitude: 42.7 });
    const [name] = namesOf(area("Ловеч", north, south), area("Празна"));
    expect(name?.isOnPhones).toBe(true);
    expect([name?.x ?? 0, name?.y ?? 0].map(Math.round)).toEqual([x, y].map(Math.round));
  });

  it("lie neither on each other nor on circles, and give way to those with more practices", () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ ...area(`Област ${index}`, south), count: index }));
    const names = namesOf(...many);
    expect(names.length).toBeGreaterThan(1);
    expect(names.length).toBeLessThan(12);
    expect(names[0]?.name).toBe("Област 11");
    for (const [shown, letters] of [
      [names, 13],
      [names.filter(({ isOnPhones }) => isOnPhones), 26],
    ] as const) {
      const heights = shown.map(({ y }) => y).sort((a, b) => a - b);
      for (const [index, y] of heights.slice(1).entries()) expect(y - (heights[index] ?? 0)).toBeGreaterThan(letters);
    }
    const place = { name: "Тук", href: "#", count: 1, point: south };
    const { names: beside, circles } = mapFigure([place], bulgaria, { label: "Карта", say, areas: [area("А", south)] });
    expect(Math.abs((beside[0]?.y ?? 0) - (circles[0]?.y ?? 0))).toBeGreaterThan(circles[0]?.radius ?? 99);
  });
});

describe("the bars of the years", () => {
  const years = [
    { year: 1999, name: "1999", href: "1999/", count: 2 },
    { year: 2004, name: "2004", href: "2004/", count: 6 },
  ];

  it("stand at every year from the first to the last, as high as the numbers", () => {
    const { bars, ground } = timelineFigure(years, { label: "Години", say, language: "bg" });
    expect(bars.map(({ bar }) => bar.height > 0)).toEqual([true, false, false, false, false, true]);
    const [first, , , , , last] = bars;
    expect((last?.bar.height ?? 0) / (first?.bar.height ?? 1)).toBeCloseTo(3, 1);
    for (const { bar } of bars) expect(bar.y + bar.height).toBe(ground);
    expect(bars.filter(({ href }) => href !== "").map(({ label }) => label)).toEqual(["1999: 2 пр.", "2004: 6 пр."]);
  });

  it("name the first and the last year", () => {
    const { bars } = timelineFigure(years, { label: "Години", say, language: "bg" });
    expect(bars.map(({ year }) => year).filter(Boolean)).toEqual(["1999", "2004"]);
  });
});

describe("the limits of the figures", () => {
  const circle = (count: number, others: readonly number[] = []) => {
    const point = points[0] as (typeof points)[number];
    const all = [count, ...others].map((each) => ({ name: `${each}`, href: "#", count: each, point }));
    return mapFigure(all, bulgaria, { label: "Карта", say }).circles.find(({ label }) => label.startsWith(`${count}:`))
      ?.radius;
  };

  it.each([
    [1, [], 9],
    [7, [], 23.8],
    [8, [], 24],
    [100, [], 24],
    [1, [100], 5],
    [4, [100], 5],
    [5, [100], 5.4],
  ])("%i practices, beside places with %j, are a circle of radius %d", (count, others, radius) => {
    expect(circle(count, others)).toBe(radius);
  });

  const spanning = (first: number, last: number) =>
    timelineFigure(
      [first, last].map((year) => ({ year, name: `${year}`, href: "#", count: 3 })),
      { label: "Години", say, language: "bg" },
    ).bars;

  it.each([
    [1996, 2010, ["1996", "2000", "2005", "2010"]],
    [1997, 2008, ["1997", "2000", "2005", "2008"]],
    [1998, 2007, ["1998", "2007"]],
    [1998, 2008, ["1998", "2005", "2008"]],
    [2000, 2000, ["2000"]],
  ])("from %i to %i the named years are %j: every fifth that is not within two of an end", (first, last, named) => {
    expect(
      spanning(first, last)
        .map(({ year }) => year)
        .filter(Boolean),
    ).toEqual(named);
  });

  it.each([
    [1977, 2006, "3"],
    [1976, 2006, ""],
  ])("from %i to %i a bar has room for its number: %j", (first, last, count) => {
    expect(spanning(first, last)[0]?.count).toBe(count);
  });
});
