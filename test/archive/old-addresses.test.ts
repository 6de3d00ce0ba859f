import { describe, expect, it } from "vitest";
import { listOldAddresses, targetIn } from "../../src/archive/old-addresses.ts";
import type { Language } from "../../src/core/language/language.ts";
import { archiveOf, entry, vocabulary } from "../builders.ts";

const listed = (...of: Parameters<typeof archiveOf>) =>
  listOldAddresses(archiveOf(...of)).map(
    ({ kind, key, targets }) => `${kind} ${key}: ${[...targets.values()].map(({ permalink }) => permalink).join(" ")}`,
  );
const lists = ["subact weekly: /bg/", "subact yearly: /bg/years/"];

describe("old addresses", () => {
  it("are answered by practices by their number and their aliases, by kind and then by number", () => {
    const practices = [
      entry({ id: "a", legacyIid: 1000 }),
      entry({ id: "b", legacyIid: 99, aliases: ["/bg/news/?news_id=7", "/bg/innovations/?iid=5", "/bg/b-old/"] }),
    ];
    expect(listed(practices)).toEqual([
      "iid 5: /bg/practices/b/",
      "iid 99: /bg/practices/b/",
      "iid 1000: /bg/practices/a/",
      "news_id 7: /bg/practices/b/",
      ...lists,
    ]);
  });

  it("lead to both languages; of two practices with one number the first file keeps it", () => {
    const practices = [
      entry({ id: "b", legacyIid: 5, date: "2018-01-01" }),
      entry({ id: "a", legacyIid: 5, date: "2016-01-01" }),
      entry({ id: "b", legacyIid: 5, date: "2018-01-01", language: "en" }),
    ];
    expect(listed(practices)[0]).toBe("iid 5: /bg/practices/a/ /en/practices/b/");
  });

  it("are none where nothing of the old archive is known", () => {
    expect(listed([entry({ id: "a" })])).toEqual([]);
  });

  it.each([0, 1])("that name a category lead to its theme, or to all themes if it has %i practices", (count) => {
    const site = { oldCategories: { 8: "energy" } } as unknown as Parameters<typeof vocabulary>[0];
    const practices = [entry({ id: "a", themes: count > 0 ? ["energy"] : [] })];
    expect(listed(practices, { vocabulary: vocabulary(site) })).toEqual([
      `catid 8: /bg/themes/${count > 0 ? "energy/" : ""}`,
      ...lists,
    ]);
  });
});

it.each(["bg", "en"] as const)("an address without a version in %s leads to the other", (language: Language) => {
  const [address] = listOldAddresses(archiveOf([entry({ id: "a", legacyIid: 5, language })]));
  if (!address) throw new Error("none");
  for (const asked of ["bg", "en"] as const)
    expect(targetIn(address, asked)?.permalink).toBe(`/${language}/practices/a/`);
});
