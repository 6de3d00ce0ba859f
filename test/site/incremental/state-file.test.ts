import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { readStateFile, writeStateFile } from "../../../src/site/incremental/state-file.ts";

let file: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "praktika-state-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  file = join(folder, "deep/state.json");
  writeStateFile(file, "key", { text: "Практика" });
});

it("gives back what was written, and leaves nothing else behind", () => {
  expect(readStateFile(file, "key")).toEqual({ text: "Практика" });
  expect(readdirSync(join(file, ".."))).toEqual(["state.json"]);
});

it("gives back what is long, written in parts, and leaves out what is undefined", () => {
  const list = Array.from({ length: 70_000 }, (_, number) => `Практика „${number}“`);
  const value = {
    list,
    byName: Object.fromEntries(list.map((name) => [name, [1, { name }]])),
    none: [],
    nothing: {},
    no: null,
  };
  writeStateFile(file, "key", { ...value, gone: undefined });
  expect(readStateFile(file, "key")).toEqual(value);
});

it("knows nothing of what was written for another key, or not at all", () => {
  expect(readStateFile(file, "other")).toBeUndefined();
  expect(readStateFile(`${file}.other`, "key")).toBeUndefined();
});

it("takes the place of a folder that is in the way", () => {
  rmSync(file);
  mkdirSync(join(file, "inside"), { recursive: true });
  expect(readStateFile(file, "key")).toBeUndefined();
  writeStateFile(file, "key", { text: "Пак" });
  expect(readStateFile(file, "key")).toEqual({ text: "Пак" });
});

it.each([
  ["cut off", (text: string) => text.slice(0, -1)],
  ["changed by a letter", (text: string) => text.replace("рак", "рик")],
  ["without its first line", (text: string) => text.slice(text.indexOf("\n") + 1)],
  ["empty", () => ""],
  ["of another format", (text: string) => text.replace("praktika 1", "praktika 0")],
])("does not trust a file that is %s", (_, damage) => {
  writeFileSync(file, damage(readFileSync(file, "utf8")));
  expect(readStateFile(file, "key")).toBeUndefined();
});
