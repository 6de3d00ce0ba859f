import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { KeptFiles } from "../../src/state/kept-files.ts";
import { temporaryRoot } from "../run-praktika.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

it("finds what was kept by a key, in another run as well", () => {
  const folder = join(temporaryRoot(), "kept");
  const kept = new KeptFiles(folder);
  expect(kept.find("a.png")).toBeUndefined();
  const file = kept.keep("a.png", bytes("one"));
  kept.keep("b", bytes("two"));
  for (const each of [kept, new KeptFiles(folder)]) {
    expect(each.find("a.png")).toBe(file);
    expect(readFileSync(each.find("b") ?? "", "utf8")).toBe("two");
    expect(each.find("a")).toBeUndefined();
  }
  expect(file).toMatch(/\/a\.[0-9a-f]{20}\.png$/);
});

it.each([
  ["cut off", (file: string) => writeFileSync(file, "on")],
  ["emptied", (file: string) => writeFileSync(file, "")],
  ["other bytes of the same length", (file: string) => writeFileSync(file, "ane")],
  ["removed", (file: string) => rmSync(file)],
  [
    "a folder",
    (file: string) => {
      rmSync(file);
      mkdirSync(join(file, "inside"), { recursive: true });
    },
  ],
])("what was damaged is as good as none: %s", (_, damage) => {
  const folder = temporaryRoot();
  damage(new KeptFiles(folder).keep("a.png", bytes("one")));
  const kept = new KeptFiles(folder);
  expect(kept.find("a.png")).toBeUndefined();
  expect(readFileSync(kept.keep("a.png", bytes("one")), "utf8")).toBe("one");
  expect(readdirSync(folder)).toHaveLength(1);
});

it("another file of a key takes the place of the last, and others of its kind can be removed", () => {
  const folder = temporaryRoot();
  writeFileSync(join(folder, "a.1.pdf"), "of an older version");
  const kept = new KeptFiles(folder);
  for (const [index, name] of ["a.2", "a.3", "a.3", "b.1"].entries()) kept.keep(`${name}.pdf`, bytes(String(index)));
  kept.removeOthers("a.", "a.3.pdf");
  expect(readdirSync(folder).map((name) => name.replace(/[0-9a-f]{20}/, "*"))).toEqual(["a.3.*.pdf", "b.1.*.pdf"]);
  expect(readFileSync(kept.find("a.3.pdf") ?? "", "utf8")).toBe("2");
});
