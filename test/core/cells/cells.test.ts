import { describe, expect, it } from "vitest";
import { type Cell, Cells } from "../../../src/core/cells/cells.ts";
import { TrackedMap, trackFields, trackWhole } from "../../../src/core/cells/tracked.ts";

const createCells = () => new Cells((text) => `hash of ${text.length}`);
const namesOf = (reads: Iterable<Cell>): readonly string[] => [...reads].map(({ source, key }) => `${source} ${key}`);

describe("a map", () => {
  const cells = createCells();
  const map = new TrackedMap(
    cells,
    "votes",
    new Map([
      ["a", 1],
      ["b", 2],
    ]),
  );
  const empty = new TrackedMap<string, number>(cells, "pdf", new Map());

  it.each([
    ["a value", () => map.get("a"), ["votes a"]],
    ["a value that is not there", () => map.get("c"), ["votes c"]],
    ["whether there is one", () => map.has("b"), ["votes b"]],
    ["its keys", () => [...map.keys()], ["votes keys "]],
    ["how many there are", () => map.size, ["votes keys "]],
    ["all it holds", () => [...map], ["votes keys ", "votes a", "votes b"]],
    ["all values", () => [...map.values()], ["votes keys ", "votes a", "votes b"]],
    ["each", () => map.forEach(() => {}), ["votes keys ", "votes a", "votes b"]],
    ["anything, where there is nothing", () => [empty.get("a"), empty.has("b")], ["pdf keys "]],
  ])("notes who looks at %s", (_, look, expected) => {
    expect(namesOf(cells.record(look).reads)).toEqual(expected);
  });

  it("gives tokens: a short value itself, a long one its hash, none for what is not there", () => {
    const long = "а".repeat(30);
    const texts = new TrackedMap(cells, "text", new Map([["a", long]]));
    expect(texts.get("a")).toBe(long);
    expect(["a", "c"].map((key) => cells.tokenAt("votes", key))).toEqual(["1", ""]);
    expect([cells.tokenAt("text", "a"), cells.tokenAt("nothing", "a")]).toEqual(["hash of 32", ""]);
    expect(cells.tokenAt("votes keys", "")).toBe('["a","b"]');
  });
});

it("an object notes its fields, also those that it lacks, and all of them where it is spread", () => {
  const cells = createCells();
  const site = trackFields<{ name: string; motto?: string }>(cells, "site", { name: "Архив" });
  expect(namesOf(cells.record(() => [site.name, site.motto]).reads)).toEqual(["site name", "site motto"]);
  expect(namesOf(cells.record(() => ({ ...site })).reads)).toEqual(["site keys ", "site name"]);
});

describe("a kept value", () => {
  it("is made once, and whoever takes it is made of it", () => {
    const cells = createCells();
    const name = trackWhole(cells, "name", "Мост");
    let made = 0;
    const take = () => cells.memo("row", "a", () => `${name()} ${++made}`);
    const [first, second] = [cells.record(take), cells.record(take)];
    expect([first.value, second.value]).toEqual(["Мост 1", "Мост 1"]);
    for (const { reads } of [first, second]) {
      expect(namesOf(reads)).toEqual(["row a"]);
      expect([...reads].flatMap(({ kept }) => namesOf(kept?.reads ?? []))).toEqual(["name "]);
    }
    cells.forgetKept();
    expect(take()).toBe("Мост 2");
  });

  it("must be data where it is compared", () => {
    const cells = createCells();
    expect(cells.tokenOf({ rows: new Map([["a", 1]]) })).toBe('{"rows":[["a",1]]}');
    expect(() => cells.tokenOf({ link: () => "" })).toThrow("the function link");
  });
});

it("what fails while it is made leaves the one around it to note its own", () => {
  const cells = createCells();
  const name = trackWhole(cells, "name", 1);
  const { reads } = cells.record(() => {
    expect(() =>
      cells.memo("row", "a", () => {
        throw new Error("no");
      }),
    ).toThrow("no");
    return name();
  });
  expect(namesOf(reads)).toEqual(["name "]);
});

it("an answer that is remembered is given once, and everybody who gets it notes what it was made of", () => {
  const cells = createCells();
  const votes = new TrackedMap(cells, "votes", new Map([["a", 1]]));
  let asked = 0;
  const ask = cells.remember((text) => {
    asked++;
    return [text, votes.get(text)];
  });
  for (const _ of [1, 2]) expect(namesOf(cells.record(() => ask("a")).reads)).toEqual(["votes a"]);
  expect(namesOf(cells.record(() => ask("b")).reads)).toEqual(["votes b"]);
  expect([ask("a"), asked]).toEqual([["a", 1], 2]);
});
