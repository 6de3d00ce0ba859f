import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeBook } from "../../../src/print/book/book-source.ts";
import { openFitMemory } from "../../../src/print/book/fit-memory.ts";
import { fitPractices } from "../../../src/print/book/fit-practices.ts";
import { planBooks } from "../../../src/print/book/plan-book.ts";
import { pressBook } from "../../../src/print/book/press-book.ts";
import type { Fit } from "../../../src/print/book/steps.ts";
import { openPrintShop, type PrintShop } from "../../../src/print/print-shop.ts";
import { useFolder } from "../../use-folder.ts";
import { prepareShared } from "../prepared-site.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));
const folder = useFolder();
const options = { paper: "a5", isFolded: false } as const;
let prepared: Awaited<ReturnType<typeof prepareShared>>;
let shop: PrintShop;

beforeAll(async () => {
  prepared = await prepareShared(project);
  shop = await openPrintShop(prepared.site, { folders: prepared.folders, processes: 1 });
});
afterAll(() => shop?.close());

function planIssue() {
  const [plan] = planBooks(shop.site.context.archive, "uchim-se-edin-ot-drug", ["en"]);
  if (!plan) throw new Error("no such issue");
  return plan;
}

/** Prints the issue with what is remembered. Returns it with the practices that were set alone, try by try. */
async function print(known: Map<string, Fit>) {
  const tries: (readonly string[])[] = [];
  const press = await shop.press();
  const use: typeof press.use = (work) =>
    press.use((line) => {
      const query: typeof line.query = (source, inputs, label) => {
        if (inputs.only !== undefined) tries.push(inputs.only.split(" "));
        return line.query(source, inputs, label);
      };
      return work({ query, pdf: line.pdf.bind(line), svg: line.svg.bind(line) });
    });
  const fits = { find: (key: string) => known.get(key), keep: known.set.bind(known), save: () => {} };
  const watched = { ...shop, fits, press: async () => ({ ...press, use }) };
  return { ...(await pressBook(planIssue(), watched, options)), tries };
}

test("a book has the same bytes whether it is remembered or not how its practices are set, and only what is not is looked for", async () => {
  const known = new Map<string, Fit>();
  const cold = await print(known);
  expect(cold.tries.length).toBeGreaterThan(1);
  expect(known.size).toBe(planIssue().parts[0].practices.length);
  const warm = await print(known);
  expect(warm.tries).toEqual([]);
  expect(warm.pdf).toEqual(cold.pdf);
  for (const [key, fit] of [...known].filter(([, { step }]) => step !== "usual").slice(0, 1)) {
    known.delete(key);
    const again = await print(known);
    expect(new Set(again.tries.flat()).size).toBe(1);
    expect(again.pdf).toEqual(cold.pdf);
    expect(known.get(key)).toEqual(fit);
  }
});

test("what is remembered of a practice goes by its own text, whatever else changes in the book", () => {
  const plan = planIssue();
  const [part] = plan.parts;
  const [first] = part.practices;
  if (!first) throw new Error("an empty issue");
  // An entry notes who reads it, which a copy of its fields would not.
  const renamed = new Proxy(first, {
    get: (entry, name) => (name === "item" ? { ...entry.item, title: "Another" } : Reflect.get(entry, name)),
  });
  const rename = (entry: typeof first) => (entry === first ? renamed : entry);
  const chapters = part.chapters.map((chapter) => ({ ...chapter, practices: chapter.practices.map(rename) }));
  const keysOf = (book: typeof plan) =>
    new Map([...writeBook(book, shop, options).draft.texts].map(([name, { key }]) => [name, key]));
  const [before, after] = [plan, { ...plan, parts: [{ ...part, chapters }] } as typeof plan].map(keysOf);
  const changed = [...(before ?? [])].filter(([name, key]) => after?.get(name) !== key);
  expect(changed.map(([name]) => name)).toEqual([`en-${first.item.id}`]);
});

test("how a practice is set does not depend on those that are set with it", async () => {
  const { source, draft } = writeBook(planIssue(), shop, options);
  const press = await shop.press();
  const find = (names: readonly string[]) =>
    press.use((line) => fitPractices(line, source, new Map([...draft.texts].filter(([name]) => names.includes(name)))));
  const all = await find([...draft.texts.keys()]);
  await fc.assert(
    fc.asyncProperty(fc.subarray([...all.keys()], { minLength: 1 }), async (names) => {
      for (const [name, fit] of await find(names)) expect(fit, name).toEqual(all.get(name));
    }),
    { numRuns: 5 },
  );
});

test("what is kept of practices is found again; a file that cannot be read is one in which nothing is", () => {
  const file = join(folder(), "fits.json");
  const fit = { step: "tight", pages: 3 } as const;
  const memory = openFitMemory(file);
  memory.keep("a", fit);
  memory.save();
  expect(openFitMemory(file).find("a")).toEqual(fit);
  for (const text of ["[", '[["a", "looser", 3], ["a", "tight"], 1]']) {
    writeFileSync(file, text);
    expect(openFitMemory(file).find("a")).toBeUndefined();
  }
});
