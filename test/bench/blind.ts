/*
 * The blind test of the search: queries that were written from the content alone, without a look at how the search works
 * (blind-queries.json), and all Bulgarian titles in Latin letters. Says how often an expected practice comes first and how often all
 * are among the first five. Beside it Pagefind on the same pages, installed by npm the first time.
 *
 *   node src/cli/praktika.js build --out DIR && npx node test/bench/blind.ts DIR [--queries FILE] [--no-pagefind] [--work DIR]
 *
 * `blind-questions.json` are whole questions, as people ask each other; `blind-typing.json` is how municipal staff type: words joined and parted, Latin
 * letters, mistakes.
 *
 * The queries stay as they are: one that was fixed to be found would measure nothing.
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { transliterate } from "../../src/core/language/transliterate.ts";
import { find } from "../../src/pages/search/engine/find.ts";
import { decodeTerms, type IndexHead, type ResultText } from "../../src/pages/search/engine/index-format.ts";
import { readSynonyms, type Synonyms } from "../../src/pages/search/engine/synonyms.ts";
import { type OpenIndex, placesOf } from "../pages/search/engine/in-memory.ts";
import { launchBrowser } from "../setup/browser.ts";
import { indexWithPagefind, servePlainly } from "./pagefind.ts";

type PageLanguage = "bg" | "en";

interface BlindQuery {
  readonly query: string;
  readonly language: PageLanguage;
  readonly kind: string;
  /** Any of them may come first; all of them should be among the first five. */
  readonly expected: readonly string[];
  /** Where the content has the answer. */
  readonly because: string;
}

/** The first practices that a search gave, by id. */
type Answer = readonly string[];
type Search = (query: string, language: PageLanguage) => Promise<Answer>;

const { values, positionals } = parseArgs({
  options: {
    pagefind: { type: "boolean", default: true },
    queries: { type: "string", default: "blind-queries.json" },
    work: { type: "string" },
  },
  allowNegative: true,
  allowPositionals: true,
});
const site = resolve(positionals[0] ?? "dist");
const shown = 5;

const queries: readonly BlindQuery[] = JSON.parse(readFileSync(new URL(values.queries, import.meta.url), "utf8"));
const titles = openSite("bg").titles.map(
  ([id, title]): BlindQuery => ({
    query: transliterate(title),
    language: "bg",
    kind: "title in Latin letters",
    expected: [id],
    because: "title",
  }),
);

await measure("Praktika", searchPraktika());
if (values.pagefind) {
  const { search, close } = await searchPagefind(values.work ?? mkdtempSync(join(tmpdir(), "praktika-blind-")));
  try {
    await measure("Pagefind", search);
  } finally {
    await close();
  }
}

async function measure(name: string, search: Search): Promise<void> {
  const answers = new Map<BlindQuery, Answer>();
  for (const query of [...queries, ...titles]) answers.set(query, await search(query.query, query.language));
  console.log(`\n${name}: an expected practice first, any and all of them among five`);
  const say = (label: string, some: readonly BlindQuery[]): void => {
    const share = (isHit: (query: BlindQuery) => boolean): string => {
      const hits = some.filter(isHit).length;
      return `${hits} of ${some.length} (${((100 * hits) / some.length).toFixed(1)} %)`.padStart(20);
    };
    console.log(
      `  ${label.padEnd(24)}`,
      share((query) => isFirst(query, answers.get(query))),
      share((query) => isAmong(query, answers.get(query), "some")),
      share((query) => isAmong(query, answers.get(query), "every")),
    );
  };
  say("all", queries);
  for (const language of ["bg", "en"])
    say(
      language,
      queries.filter((query) => query.language === language),
    );
  for (const kind of new Set(queries.map((query) => query.kind)))
    say(
      kind,
      queries.filter((query) => query.kind === kind),
    );
  say("titles in Latin letters", titles);
  for (const query of [...queries, ...titles]) {
    const answer = answers.get(query) ?? [];
    if (isFirst(query, answer) && isAmong(query, answer, "every")) continue;
    console.log(
      `  ${isFirst(query, answer) ? "not all among five" : isAmong(query, answer, "some") ? "not first" : "missed"}: ${query.query} (${query.language}, ${query.kind})\n    expected ${query.expected.join(", ")}\n    found    ${answer.join(", ") || "nothing"}`,
    );
  }
}

function isFirst({ expected }: BlindQuery, answer: Answer = []): boolean {
  return expected.includes(answer[0] ?? "");
}

function isAmong({ expected }: BlindQuery, answer: Answer = [], how: "some" | "every"): boolean {
  return expected[how]((id) => answer.includes(id));
}

interface OpenSite {
  readonly index: OpenIndex;
  readonly synonyms: Synonyms;
  readonly titles: readonly (readonly [id: string, title: string])[];
}

/** The index as a page loads it, and the synonyms that the page says. */
function openSite(language: PageLanguage): OpenSite {
  const read = (path: string): unknown => {
    let given: unknown;
    new Function("praktikaSearch", readFileSync(join(site, path), "utf8"))((_: string, content: unknown) => {
      given = content;
    });
    return given;
  };
  const head = read(`${language}/search/index/head.js`) as IndexHead;
  const ids = head.ids.split(" ");
  const names = head.names.split(" ");
  const part = (number: number): unknown => read(`assets/search/${language}/${names[number]}.js`);
  const textsFrom = head.dictionary.length + head.postingStarts.length;
  const known = new Set(ids);
  // Behind the texts stand the orders, which name no practice.
  const texts = names
    .slice(textsFrom)
    .flatMap((_, number) => part(textsFrom + number) as readonly ResultText[])
    .filter(([id]) => known.has(id));
  const page = readFileSync(join(site, language, "search/index.html"), "utf8");
  return {
    index: {
      head,
      ids,
      practices: ids.length,
      placeOf: placesOf(ids),
      dictionary: async (number) => decodeTerms(part(number) as string),
      postings: async (number) => (part(head.dictionary.length + number) as string).split(" "),
    },
    synonyms: readSynonyms((/data-synonyms="([^"]*)"/.exec(page)?.[1] ?? "").split(";")),
    titles: texts.map(([id, title]) => [id, title]),
  };
}

function searchPraktika(): Search {
  const sites = { bg: openSite("bg"), en: openSite("en") };
  return async (query, language) => {
    const { index, synonyms } = sites[language];
    const found = await find(query, index, { language, synonyms });
    return (found?.practices ?? []).slice(0, shown).map((place) => index.ids[place] ?? "");
  };
}

async function searchPagefind(work: string): Promise<{ readonly search: Search; close(): Promise<void> }> {
  indexWithPagefind(site, "{bg,en}/practices/**/index.html", join(work, "pagefind"));
  const ids = { bg: new Set(openSite("bg").index.ids), en: new Set(openSite("en").index.ids) };
  const server = await servePlainly(site);
  const browser = await launchBrowser();
  const page = await browser.newPage({ bypassCSP: true });
  const search: Search = async (query, language) => {
    const address = `${server.url}${language}/`;
    if (page.url() !== address) await page.goto(address);
    const found: readonly string[] = await page.evaluate(
      async ({ query, url, looked }) => {
        const pagefind = await import(`${url}pagefind/pagefind.js`);
        const { results } = await pagefind.search(query);
        const pages: readonly { url: string }[] = await Promise.all(
          results.slice(0, looked).map((result: { data(): Promise<unknown> }) => result.data()),
        );
        return pages.map(({ url }) => url.split("/").filter(Boolean).pop() ?? "");
      },
      { query, url: server.url, looked: 3 * shown },
    );
    // The lists of practices are pages as well.
    return found.filter((id) => ids[language].has(id)).slice(0, shown);
  };
  return {
    search,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
