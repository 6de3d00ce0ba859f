import { describe, expect, it } from "vitest";
import { usualLook } from "../../../src/core/model/look.ts";
import {
  composeSocialImage,
  practiceImageOf,
  type SocialImage,
  type Typesetter,
} from "../../../src/pages/kit/social-image.ts";
import { archiveOf, entry } from "../../builders.ts";

/** Letters that are all half as wide as they are high. */
const typesetter: Typesetter = {
  measure: (text, { size }) => (text.length * size) / 2,
  draw: (text, { family, size }, { x, y }) => `<!--${family} ${size} ${x} ${y} ${text}-->`,
};
const image: SocialImage = {
  publisher: "",
  name: "Архив",
  motto: "",
  address: "archive.example.org",
  map: undefined,
  colours: usualLook.light,
};
const drawn = (fields: Partial<SocialImage>, font: string) =>
  [...composeSocialImage({ ...image, ...fields }, typesetter).matchAll(/<!--(\S+) (\d+) \d+ (\d+) (.*?)-->/g)]
    .filter(([, of]) => of === font)
    .map(([, , size, y, text]) => [Number(size), Number(y), text] as const);
const words = (count: number, letters: number): string => Array(count).fill("а".repeat(letters)).join(" ");

describe("the name on a social image", () => {
  it.each([
    // Of words of four letters a line has room for 5 in size 80, 6 in 68, 7 in 58, 8 in 48 and 10 in 40.
    [5, 80, 1],
    [10, 80, 2],
    [11, 68, 2],
    [12, 68, 2],
    [13, 58, 2],
    [14, 58, 2],
    [15, 48, 2],
    [16, 48, 2],
    [17, 40, 2],
    [21, 40, 3],
    [31, 40, 3],
  ])("of %i words is set in size %i, on lines: %i", (count, size, lines) => {
    expect(drawn({ name: words(count, 4) }, "serif").map(([of]) => of)).toEqual(Array(lines).fill(size));
  });

  it("goes on below, line by line", () => {
    expect(drawn({ name: words(2, 26) }, "serif").map(([, y]) => y)).toEqual([215, 308]);
  });
});

it.each([
  [1, 1],
  [3, 3],
  [4, 3],
])("a motto of %i lines shows %i", (given, shown) => {
  // A line has 480 units: 28 letters of 34.
  expect(drawn({ motto: words(given, 28) }, "sans").filter(([size]) => size === 34)).toHaveLength(shown);
});

it.each([
  // A line has 69 letters of 30.
  [`${"а".repeat(60)} ${"б".repeat(8)}`, `${"а".repeat(60)} ${"б".repeat(8)}`],
  [`${"а".repeat(60)} ${"б".repeat(9)}`, `${"а".repeat(60)} …`],
  [`${"а".repeat(40)} ${"б".repeat(26)} вв`, `${"а".repeat(40)} ${"б".repeat(26)} …`],
  ["а".repeat(80), `${"а".repeat(80)} …`],
])("a publisher's name that is too long is cut between words: %s", (publisher, expected) => {
  expect(drawn({ publisher }, "sans")[0]?.[2]).toBe(expected);
});

describe("the picture of a practice", () => {
  const archive = archiveOf([]);

  it.each([
    ["Община Сливен", ["SLV20"], "Община Сливен · 2016"],
    ["Сдружение", ["SLV20"], "Сдружение · Сливен, 2016"],
    ["Сдружение", ["SLV20", "BGS04", "BLG01"], "Сдружение · Сливен, Бургас, Банско, 2016"],
    ["Сдружение", ["SLV20", "BGS04", "BLG01", "BLG03"], "Сдружение · 2016"],
    [undefined, [], "2016"],
  ])("says of %s in %j: %s", (innovator, municipalities, motto) => {
    const image = practiceImageOf(
      entry({ id: "most", title: "Мост", innovator, municipalities, date: "2016-06-09" }),
      archive,
    );
    expect(image).toMatchObject({ name: "Мост", motto });
    expect(image.map?.dots).toHaveLength(municipalities.length);
  });
});
