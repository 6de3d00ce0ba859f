import { beforeAll, describe, expect, it } from "vitest";
import type { Archive } from "../../../src/core/model/archive.ts";
import { planSelection, readQuery } from "../../../src/print/book/plan-selection.ts";
import { fixture } from "../../run-praktika.ts";
import { prepareShared } from "../prepared-site.ts";

describe("a query", () => {
  it.each([
    ["", [], {}],
    ["a b,c", ["a", "b", "c"], {}],
    ["theme:energy,water year=2007", [], { theme: ["energy", "water"], year: ["2007"] }],
    ['municipality:"Стара Загора" a', ["a"], { municipality: ["Стара Загора"] }],
    ["Theme:a theme:b", [], { theme: ["a", "b"] }],
  ])("is read: %j", (text, ids, filters) => {
    const query = readQuery(text);
    expect([query.ids, Object.fromEntries(query.filters)]).toEqual([ids, filters]);
  });
});

describe("a selection", () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = (await prepareShared(fixture("small-site"))).site.context.archive;
  });
  const plan = (text: string, languages: readonly ("bg" | "en")[] = ["bg", "en"]) =>
    planSelection(archive, readQuery(text), { form: "booklet", title: undefined, languages });
  const chosen = (text: string) => {
    const plans = plan(text, ["bg"]);
    return "term" in plans ? plans : plans.flatMap(({ parts }) => parts[0].practices.map(({ item }) => item.id));
  };

  it("holds practices in the order in which they are named, each once, in each language that has them", () => {
    expect(chosen("treta,edno-gishe treta")).toEqual(["treta", "edno-gishe"]);
    const plans = plan("treta edno-gishe");
    if ("term" in plans) throw new Error(plans.term);
    expect(plans.map(({ parts }) => [parts[0].language, parts[0].practices.length])).toEqual([
      ["bg", 2],
      ["en", 1],
    ]);
  });

  it("holds what all kinds of condition allow, by key or by name", () => {
    const all = chosen("");
    const years = [...(archive.editions.get("bg")?.years.keys() ?? [])];
    expect(chosen(`year:${years.join(",")}`)).toEqual(all);
    expect(chosen("year:1900-2100")).toEqual(all);
    const [theme] = [...archive.themes.values()].filter(({ id }) => (chosen(`theme:${id}`) as unknown[]).length > 0);
    expect(chosen(`theme:"${theme?.name.bg?.toUpperCase()}"`)).toEqual(chosen(`theme:${theme?.id}`));
    expect(chosen(`theme:${theme?.id} year:${years[0]}`)).toEqual(
      (chosen(`theme:${theme?.id}`) as string[]).filter((id) => (chosen(`year:${years[0]}`) as string[]).includes(id)),
    );
  });

  it.each([
    ["edno-gise", { term: "edno-gise", nearest: "edno-gishe" }],
    ["themme:energy", { term: "themme", nearest: "theme" }],
    ["theme:zzzzzzzzz", { term: "theme:zzzzzzzzz", nearest: undefined }],
  ])("says what the archive does not know: %j", (text, unknown) => {
    expect(plan(text)).toEqual(unknown);
  });
});
