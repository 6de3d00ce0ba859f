import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type Language, perLanguage } from "../../../../src/core/language/language.ts";
import { createTarget } from "../../../../src/core/target.ts";
import { usualTexts } from "../../../../src/locales/texts-of.ts";
import { find } from "../../../../src/pages/search/engine/find.ts";
import { decodeTerms, type IndexHead } from "../../../../src/pages/search/engine/index-format.ts";
import { readSynonyms } from "../../../../src/pages/search/engine/synonyms.ts";
import { resolveFolders } from "../../../../src/site/folders.ts";
import { prepareSite } from "../../../../src/site/prepare-site.ts";
import { createSiteInMemory } from "../../../../src/site/site-in-memory.ts";
import { type OpenIndex, placesOf } from "./in-memory.ts";
import { queries } from "./queries.ts";

const synonyms = perLanguage((language) => readSynonyms(usualTexts[language].search.synonyms));
const indexes = new Map<string, OpenIndex>();

/** The index of the demonstration, as its scripts hand it to a page. */
beforeAll(async () => {
  const folders = resolveFolders(fileURLToPath(new URL("../../../..", import.meta.url)), {});
  const options = { target: createTarget("web"), withDrafts: false, write: false } as const;
  const prepared = await prepareSite({ folders, ...options, progress: () => undefined });
  if (!prepared.context) throw new Error("the demonstration has errors");
  const site = createSiteInMemory({ ...prepared, context: prepared.context }, folders);
  for (const language of ["bg", "en"]) {
    const read = (path: string): unknown => {
      let given: unknown;
      const script = String(site.read(path));
      new Function("praktikaSearch", script)((_: string, content: unknown) => {
        given = content;
      });
      return given;
    };
    const head = read(`${language}/search/index/head.js`) as IndexHead;
    const ids = head.ids.split(" ");
    const names = head.names.split(" ");
    const part = (number: number): string => read(`assets/search/${language}/${names[number]}.js`) as string;
    indexes.set(language, {
      head,
      ids,
      practices: ids.length,
      placeOf: placesOf(ids),
      dictionary: async (number) => decodeTerms(part(number)),
      postings: async (number) => part(head.dictionary.length + number).split(" "),
    });
  }
});

async function answer(language: string, query: string): Promise<readonly string[]> {
  const index = indexes.get(language) as OpenIndex;
  return (
    (await find(query, index, { language: language as Language, synonyms: synonyms[language as Language] }))
      ?.practices ?? []
  ).map((number) => index.ids[number] ?? "");
}

describe("what a reader looks for", () => {
  it("has at least forty queries, in both languages", () => {
    expect(queries.length).toBeGreaterThanOrEqual(40);
    expect(new Set(queries.map(({ language }) => language)).size).toBe(2);
  });

  it.each(queries)("is found among the first five: $query ($language)", async ({ language, query, expected }) => {
    expect((await answer(language, query)).slice(0, 5)).toEqual(expect.arrayContaining([...expected]));
  });

  it("is never the heading that every practice has", async () => {
    const found = await Promise.all(["bg", "en"].map((language) => answer(language, "резултати results ")));
    for (const [at, ids] of found.entries()) expect(ids.length).toBeLessThan(20 - 10 * at);
  });

  it("stands at the top: of the places that the expected practices could take, nearly all are theirs", async () => {
    let taken = 0;
    let places = 0;
    const misplaced: string[] = [];
    for (const { language, query, expected } of queries) {
      const top = (await answer(language, query)).slice(0, expected.length);
      const hits = top.filter((id) => expected.includes(id)).length;
      if (hits < expected.length) misplaced.push(`${query}: ${top.join(", ")}`);
      taken += hits;
      places += expected.length;
    }
    expect(taken / places, misplaced.join("\n")).toBeGreaterThanOrEqual(0.95);
  });
});
