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
