import fc from "fast-check";
import { expect, it } from "vitest";
import { assemble } from "../../src/archive/assemble.ts";
import type { Archive } from "../../src/core/model/archive.ts";
import { createTarget } from "../../src/core/target.ts";
import { planRoutes } from "../../src/pages/pages.ts";
import { archiveParts, entry, ids, issue, pageEntry, practiceLink } from "../builders.ts";
import { runs } from "../setup/soak.ts";

const names = ["a", "b", "c", "d", "e", "f", "g"];
const name = fc.constantFrom(...names);
const some = <Value>(...values: Value[]) => fc.subarray(values);

const practiceEntry = fc
  .record({
    id: name,
    language: fc.constantFrom("bg" as const, "en" as const),
    date: fc.constantFrom("2016-06-09", "2016-06-10", "2017-01-01"),
    innovator: fc.constantFrom("Община Сливен", "ОБЩИНА СЛИВЕН", "Община „Сливен“", "Ямбол", undefined),
    themes: some("youth", "energy", "finance"),
    municipalities: some("SLV20", "JAM26", "BGS04"),
    adoptedFrom: some("practice:a", "practice:b", "practice:zz", "Община Елена"),
    adoptedBy: some("practice:c", "d"),
    aliases: some("/old/", "/older.html", "/../x"),
    draft: fc.boolean(),
    links: fc
      .subarray(names)
      .map((targets) => targets.map((target) => practiceLink(target, target === "a" ? "x" : ""))),
    anchors: some("x", "y"),
  })
  .map(({ links, anchors, ...fields }) => entry(fields, { links, anchors }));

const parts = fc.record({
  practices: fc.uniqueArray(practiceEntry, { selector: ({ item }) => item.file, maxLength: 14 }),
  pages: fc.constant([
    pageEntry({ id: "about" }),
    pageEntry({ id: "terms" }),
    pageEntry({ id: "about", language: "en" }),
  ]),
  issues: fc.constant([
    issue({ id: "2016", selection: { year: 2016 } }),
    issue({ id: "by-ids", selection: ids("c", "a", "b") }),
    issue({ id: "by-title", selection: {}, order: "title" }),
  ]),
  media: fc.constant(
    ["media/a.png", "media/b.pdf"].map((path) => ({ path, source: `content/${path}`, bytes: 1, size: undefined })),
  ),
});

const shuffled = <Value>(values: readonly Value[]) =>
  fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });
const twoOrders = parts.chain((first) =>
  fc.record({
    first: fc.constant(first),
    second: fc.record({
      practices: shuffled(first.practices),
      pages: shuffled(first.pages),
      issues: shuffled(first.issues),
      media: shuffled(first.media),
    }),
  }),
);

/** Everything an archive says, with the order of its maps, which is the order of pages. */
function flat({ editions, issues, media, adoptions }: Archive): string {
  const withOrder = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
  return JSON.stringify({ editions, issues, media, adoptions: [...adoptions].sort() }, withOrder);
}

it("the order of the files on the disk changes neither the archive nor its findings nor its routes", () => {
  fc.assert(
    fc.property(twoOrders, fc.boolean(), ({ first, second }, withDrafts) => {
      const one = assemble(archiveParts({ ...first, withDrafts }));
      const other = assemble(archiveParts({ ...second, withDrafts }));
      expect(flat(other.value)).toBe(flat(one.value));
      expect(other.findings).toEqual(one.findings);
      expect(planRoutes(other.value, createTarget("web"))).toEqual(planRoutes(one.value, createTarget("web")));
    }),
    { numRuns: runs(100, 10_000) },
  );
});

it("what one practice says of another, the other says of it", () => {
  fc.assert(
    fc.property(parts, ({ practices }) => {
      const { adoptions } = assemble(archiveParts({ practices })).value;
      for (const [id, { from, by }] of adoptions) {
        for (const adopter of from) if ("id" in adopter) expect(adoptions.get(adopter.id)?.by).toContainEqual({ id });
        for (const adopter of by) if ("id" in adopter) expect(adoptions.get(adopter.id)?.from).toContainEqual({ id });
      }
    }),
    { numRuns: runs(100, 10_000) },
  );
});

it("a draft is nowhere in the archive", () => {
  fc.assert(
    fc.property(parts, ({ practices }) => {
      const { value } = assemble(archiveParts({ practices }));
      for (const { item } of practices) {
        if (item.draft)
          expect(planRoutes(value, createTarget("web")).value.map(({ file }) => file)).not.toContain(item.file);
      }
    }),
    { numRuns: runs(100, 10_000) },
  );
});
