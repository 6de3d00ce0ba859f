import { expect, it } from "vitest";
import { archiveOf, editionIn, entry } from "../builders.ts";

const relatedTo = (wanted: string, entries: ReturnType<typeof entry>[]) =>
  [...editionIn(archiveOf(entries), "bg").related].find(([id]) => id === wanted)?.[1].map(({ item }) => item.id);

it("practices that share most themes and places come first", () => {
  const entries = [
    entry({ id: "this", themes: ["youth", "energy"], municipalities: ["SLV20"] }),
    entry({ id: "place", municipalities: ["SLV20"] }),
    entry({ id: "theme", themes: ["youth"] }),
    entry({ id: "both", themes: ["youth", "energy"] }),
    entry({ id: "nothing", themes: ["finance"] }),
  ];
  expect(relatedTo("this", entries)).toEqual(["both", "theme", "place"]);
});

it("of equals the nearest in time are shown, four at most", () => {
  const entries = ["2001", "2003", "2004", "2005", "2007", "2009", "2015"].map((year) =>
    entry({ id: `of-${year}`, date: `${year}-01-01`, themes: ["youth"] }),
  );
  expect(relatedTo("of-2005", entries)?.toSorted()).toEqual(["of-2003", "of-2004", "of-2007", "of-2009"]);
});

it("a practice is never related to itself, and may be related to none", () => {
  expect(relatedTo("a", [entry({ id: "a", themes: ["youth"] }), entry({ id: "b" })])).toEqual([]);
});

it("a theme weighs as much as two places: one that shares it is before one that is nearer in time", () => {
  const entries = [
    entry({ id: "this", date: "2010-01-01", themes: ["youth"], municipalities: ["SLV20", "VTR04"] }),
    entry({ id: "place", date: "2010-01-02", municipalities: ["SLV20"] }),
    entry({ id: "places", date: "2010-03-01", municipalities: ["SLV20", "VTR04"] }),
    entry({ id: "theme", date: "2010-02-01", themes: ["youth"] }),
  ];
  expect(relatedTo("this", entries)).toEqual(["theme", "places", "place"]);
});

it("is looked for among the twelve before and after it in a list", () => {
  const others = Array.from({ length: 13 }, (_, index) =>
    // The farther off, the more they share.
    entry({ id: `p${index + 1}`, date: `2010-02-${String(index + 1).padStart(2, "0")}`, themes: ["youth"] }),
  );
  const shared = (id: string) =>
    others.map((other) => (other.item.id === id ? entry({ ...other.item, municipalities: ["SLV20"] }) : other));
  const own = entry({ id: "this", date: "2010-01-01", themes: ["youth"], municipalities: ["SLV20"] });
  expect(relatedTo("this", [own, ...others])).toEqual(["p1", "p2", "p3", "p4"]);
  expect(relatedTo("this", [own, ...shared("p12")])).toEqual(["p12", "p1", "p2", "p3"]);
  // Beyond that only the place counts, which is less than a theme.
  expect(relatedTo("this", [own, ...shared("p13")])).toEqual(["p1", "p2", "p3", "p4"]);
});
