import { describe, expect, it } from "vitest";
import { Cells } from "../../../src/core/cells/cells.ts";
import { TrackedMap } from "../../../src/core/cells/tracked.ts";
import { decodeNumbers, encodeNumbers } from "../../../src/site/incremental/cell-numbers.ts";
import { Dependencies } from "../../../src/site/incremental/dependencies.ts";
import type { Ledger } from "../../../src/site/incremental/ledger.ts";
import { textAt } from "../../../src/site/incremental/text-table.ts";

/** A site of pages that show a title, a title in capitals that many share, and perhaps votes. */
function build(
  titles: Readonly<Record<string, string>>,
  {
    last,
    program = "1",
    votes = {},
  }: { last?: Ledger; program?: string; votes?: Readonly<Record<string, number>> } = {},
) {
  const cells = new Cells((text) => text);
  const records = new TrackedMap(cells, "record", new Map(Object.entries(titles)));
  const counts = new TrackedMap(cells, "votes", new Map(Object.entries({ other: 1, ...votes })));
  const frame = () => cells.memo("frame", "bg", () => (records.get("about") ?? "").toUpperCase());
  const row = (id: string) => cells.memo("row", id, () => `${records.get(id)} ${counts.get(id) ?? 0}`);
  const dependencies = new Dependencies({ cells, remade: { frame } }, { program, options: "web full" }, last);
  const made: string[] = [];
  for (const id of ["a", "b"]) {
    if (dependencies.isSame(id)) {
      dependencies.keep(id);
      continue;
    }
    dependencies.make(id, () => `${frame()} ${row(id)} ${row("c")}`);
    made.push(id);
  }
  const ledger = dependencies.ledger();
  return {
    made,
    ledger: { ...ledger, files: Object.fromEntries(ledger.files) },
    explain: (id: string) => dependencies.explain(id, false),
  };
}

const titles = { a: "А", b: "Б", c: "В", about: "за архива" };
const first = build(titles);

describe("a file is made again", () => {
  it.each([
    ["nothing", titles, {}, []],
    ["what it shows", { ...titles, a: "Я" }, {}, ["a"]],
    ["what several show", { ...titles, c: "Я" }, {}, ["a", "b"]],
    ["what it looked for in vain", titles, { votes: { b: 1 } }, ["b"]],
    ["what all show", { ...titles, about: "За нас" }, {}, ["a", "b"]],
    ["what is behind that without showing", { ...titles, about: "ЗА АРХИВА" }, {}, []],
    ["what nobody shows", { ...titles, d: "Г" }, {}, []],
    ["the program", titles, { program: "2" }, ["a", "b"]],
  ])("after a change of %s: %#", (_, changed, more, expected) => {
    expect(build(changed, { last: first.ledger, ...more }).made).toEqual(expected);
  });

  it("also two builds later, whatever stayed in between", () => {
    const second = build({ ...titles, a: "Я" }, { last: first.ledger });
    expect(build({ ...titles, a: "Я" }, { last: second.ledger }).made).toEqual([]);
    expect(build({ ...titles, a: "Я", c: "Ц" }, { last: second.ledger }).made).toEqual(["a", "b"]);
    expect(build({ ...titles, b: "Ю" }, { last: second.ledger }).made).toEqual(["a", "b"]);
  });

  it("and what comes out the same of other values is known by these from then on", () => {
    const second = build({ ...titles, about: "ЗА АРХИВА" }, { last: first.ledger });
    expect(build({ ...titles, about: "ЗА АРХИВА" }, { last: second.ledger }).made).toEqual([]);
    expect(build({ ...titles, about: "друго" }, { last: second.ledger }).made).toEqual(["a", "b"]);
  });
});

it("the reasons name what has changed", () => {
  const second = build({ ...titles, c: "Я" }, { last: first.ledger, votes: { a: 2 } });
  expect(second.explain("a")).toEqual([
    { kind: "nominations", name: "a" },
    { kind: "text", name: "c" },
  ]);
  expect(build(titles, { last: first.ledger }).explain("a")).toEqual([{ kind: "damaged", name: "" }]);
  expect(build(titles, { last: first.ledger }).explain("z")).toEqual([{ kind: "new", name: "" }]);
  expect(build(titles, { last: first.ledger, program: "2" }).explain("a")).toEqual([{ kind: "program", name: "" }]);
  expect(first.explain("a")).toEqual([{ kind: "new", name: "" }]);
});

it("values that nothing is made of any more are not carried along for ever", () => {
  let { ledger } = first;
  for (let count = 0; count < 50; count++) {
    const votes = Object.fromEntries([[`${count}`, 1], ...(count % 2 === 0 ? [["a", count]] : [])]);
    ledger = build({ ...titles, b: `Б${count}` }, { last: ledger, votes }).ledger;
  }
  expect(ledger.sourceOf.length).toBeLessThan(20);
  expect(build({ ...titles, b: "Б49" }, { last: ledger, votes: { 49: 1 } }).made).toEqual([]);
});

it("numbers come back as they were, in order", () => {
  const numbers = [0, 1, 31, 32, 33, 1_023, 1_024, 5_000_000];
  expect(decodeNumbers(encodeNumbers([...numbers].reverse()))).toEqual(numbers);
  expect(decodeNumbers(encodeNumbers([]))).toEqual([]);
});

const keysOf = ({ keys }: Pick<Ledger, "keys">): readonly string[] =>
  Array.from(keys.ends, (_, number) => textAt(keys, number)).sort();

it("what another process has made, and tells bit by bit, is known as if it had been made here", () => {
  const open = (last?: Ledger) => {
    const cells = new Cells((text) => text);
    const records = new TrackedMap(cells, "record", new Map(Object.entries(titles)));
    const row = (id: string) => cells.memo("row", id, () => records.get(id));
    const dependencies = new Dependencies({ cells, remade: {} }, { program: "1", options: "web full" }, last);
    const make = (id: string) => dependencies.make(id, () => `${row(id)} ${row("c")} ${records.get("about")}`);
    return { dependencies, make };
  };
  const [here, there] = [open(), open()];
  here.make("a");
  for (const id of ["b", "c"]) {
    there.make(id);
    here.dependencies.adopt(structuredClone(there.dependencies.takePart()));
  }
  const { files, ...ledger } = here.dependencies.ledger();
  const [alone, next] = [open(), open({ ...ledger, files: Object.fromEntries(files) }).dependencies];
  for (const id of ["a", "b", "c"]) alone.make(id);
  expect(keysOf(ledger)).toEqual(keysOf(alone.dependencies.ledger()));
  expect(["a", "b", "c", "d"].map((path) => next.isSame(path))).toEqual([true, true, true, false]);
  expect([here.dependencies.knows("b"), here.dependencies.knows("d")]).toEqual([true, false]);
});
