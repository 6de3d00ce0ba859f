import { expect, it } from "vitest";
import { assemble } from "../../src/archive/assemble.ts";
import { packArchive, unpackArchive } from "../../src/archive/pack-archive.ts";
import { archiveParts, entry, ids, issue, pageEntry } from "../builders.ts";

const practices = [
  entry({
    id: "a",
    date: "2016-05-01",
    themes: ["youth"],
    innovator: "Община Русе",
    municipalities: ["SLV20"],
    adoptedFrom: ["practice:b"],
    aliases: ["/bg/practices/old-a/"],
  }),
  entry({ id: "b", date: "2016-01-01", themes: ["youth", "finance"], status: { state: "active" } }),
  entry({ id: "c", date: "2017-01-01", awards: [{ name: "Община новатор", year: 2016 }] }),
  entry({ id: "b", language: "en", date: "2016-01-01" }),
  entry({ id: "hidden", draft: true }),
];
const parts = archiveParts({
  practices,
  pages: [pageEntry({ id: "about" })],
  issues: [issue({ id: "i2016", selection: ids("b", "a") }), issue({ id: "i2017", year: 2017, selection: {} })],
  media: [
    { path: "files/nobody-links-this.pdf", bytes: 1, source: "content/files/nobody-links-this.pdf", hash: "1" },
    { path: "media/plan.pdf", bytes: 2, source: "content/media/plan.pdf", hash: "2" },
  ] as never,
});

it("comes back from plain data as it was arranged, with entries that say something else", () => {
  const { value: archive } = assemble(parts);
  const packed = JSON.parse(JSON.stringify(packArchive(archive, parts)));
  expect(unpackArchive(packed, parts)).toEqual(archive);
  const others = practices.map((old) => ({ ...old, item: { ...old.item, title: `${old.item.title}!` } }));
  expect(unpackArchive(packed, { ...parts, practices: others })).toEqual(
    assemble({ ...parts, practices: others }).value,
  );
});
