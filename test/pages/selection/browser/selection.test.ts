import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  hashOf,
  join,
  maxPractices,
  move,
  parseSelection,
  selectionIn,
  toggle,
} from "../../../../src/pages/selection/browser/selection.ts";
import { openSelectionStore } from "../../../../src/pages/selection/browser/selection-store.ts";
import { maxSelected } from "../../../../src/pages/selection/selection-view.ts";
import { isValidId } from "../../../../src/read/identify.ts";

describe("a selection in an address", () => {
  it("is read in its order, each practice once, also where a program has written the commas as codes", () => {
    expect(selectionIn("#ids=b,a,b,Z-1_x")).toEqual(["b", "a", "Z-1_x"]);
    expect(selectionIn("#ids=b%2Ca%2cc")).toEqual(["b", "a", "c"]);
  });

  it.each(["", "#", "#ids=", "#ids=,,", "#page-text", "#ids", "#ids=<script>,%00,.."])("%j is none", (hash) => {
    expect(selectionIn(hash)).toBeUndefined();
  });

  it("holds nothing that means something in a path or in HTML", () => {
    const hostile = [
      "../../x",
      "a/b",
      "a.js",
      "a?b",
      "a#b",
      "<b>",
      "a b",
      "javascript:1",
      "a\u2028b",
      "я",
      "-a",
      "a--b",
    ];
    for (const text of hostile) expect(parseSelection(text), text).toEqual([]);
    expect(selectionIn("#ids=ok,<img src=x onerror=alert(1)>,also-ok,%3Cscript%3E")).toEqual(["ok", "also-ok"]);
    expect(parseSelection("a".repeat(101))).toEqual([]);
  });

  it("has an end, however long the address is", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `p${index}`);
    expect(selectionIn(`#ids=${many.join()}`)).toEqual(many.slice(0, maxPractices));
    expect(maxPractices).toBe(maxSelected);
  });

  it("comes back as it was written, whatever ids the content may have", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter(isValidId);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), (ids) => {
        expect(selectionIn(hashOf(ids))).toEqual(ids);
      }),
    );
    expect(hashOf([])).toBe("");
  });
});

describe("a selection", () => {
  it("takes a practice at its end, and gives it back", () => {
    expect(toggle(["a"], "b")).toEqual(["a", "b"]);
    expect(toggle(["a", "b"], "a")).toEqual(["b"]);
  });

  it("moves a practice by so many places, and not beyond its ends", () => {
    expect(move(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
    expect(move(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
    const ids = ["a", "b"];
    expect([move(ids, "a", -1), move(ids, "b", 1), move(ids, "x", 1)]).toEqual([ids, ids, ids]);
  });

  it("keeps exactly its practices when one moves", () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.nat(), fc.integer({ min: -5, max: 5 }), (all, which, steps) => {
        expect([...move(all, all[which % all.length] ?? "", steps)].sort()).toEqual([...all].sort());
      }),
    );
  });

  it("joins another at its end", () => {
    expect(join(["a", "b"], ["b", "c"])).toEqual(["a", "b", "c"]);
  });
});

describe("the basket", () => {
  afterEach(() => vi.unstubAllGlobals());

  const stub = (): Map<string, string> => {
    const stored = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    });
    return stored;
  };
  const at = (address: string) => openSelectionStore(new URL(address));

  it("is kept, and leaves nothing behind when it is emptied", () => {
    const stored = stub();
    const basket = at("https://archive.example.org/bg/print/");
    expect(basket.read()).toEqual([]);
    expect(basket.write(["b", "a"])).toBe(true);
    expect(basket.read()).toEqual(["b", "a"]);
    basket.write([]);
    expect(stored.size).toBe(0);
  });

  it("is the same with and without index.html, and another for each language, path and copy", () => {
    const key = (address: string) => at(address).key;
    const here = key("https://archive.example.org/bg/print/");
    expect(key("https://archive.example.org/bg/print/index.html#ids=a")).toBe(here);
    const others = ["https://archive.example.org/en/print/", "https://archive.example.org/old/bg/print/"];
    const copies = ["file:///media/a/bg/print/index.html", "file:///media/b/bg/print/index.html"];
    expect(new Set([here, ...[...others, ...copies].map(key)]).size).toBe(5);
  });

  it("says so where the browser refuses, and trusts nothing that it finds", () => {
    vi.stubGlobal("localStorage", undefined);
    const basket = at("file:///bg/print/index.html");
    expect(basket.read()).toBeUndefined();
    expect(basket.write(["a"])).toBe(false);
    stub().set(basket.key, "a,<b>,../c");
    expect(basket.read()).toEqual(["a"]);
  });
});

describe("the limits of a selection", () => {
  it.each([
    [200, 200],
    [201, 200],
  ])("of %i practices %i are kept", (count, kept) => {
    const ids = Array.from({ length: count }, (_, index) => `p${index}`);
    expect(parseSelection(ids.join())).toEqual(ids.slice(0, kept));
    expect(join(ids.slice(0, 150), ids.slice(100))).toEqual(ids.slice(0, kept));
    expect(maxSelected).toBe(200);
  });

  it.each([
    [100, true],
    [101, false],
  ])("an id may have %i characters: %s", (length, isOne) => {
    expect(parseSelection("a".repeat(length))).toHaveLength(isOne ? 1 : 0);
  });
});
