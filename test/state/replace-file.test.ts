import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { replaceFile, rewriteFile } from "../../src/state/replace-file.ts";
import { useFolder } from "../use-folder.ts";

const folder = useFolder();
const at = (name: string): string => join(folder(), name);

it("a file is there whole, and nothing beside it", () => {
  replaceFile(at("one.txt"), "първо");
  replaceFile(at("one.txt"), "второ");
  expect(readFileSync(at("one.txt"), "utf8")).toBe("второ");
  expect(readdirSync(folder())).toEqual(["one.txt"]);
});

it("a file that cannot be replaced leaves nothing behind", () => {
  mkdirSync(at("taken.txt/full"), { recursive: true });
  expect(() => replaceFile(at("taken.txt"), "a")).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(folder())).not.toContainEqual(expect.stringMatching(/part$/));
});

it.skipIf(process.platform === "win32")("a file that is written anew can be read by the same people", () => {
  writeFileSync(at("own.md"), "a");
  for (const mode of [0o640, 0o444]) {
    chmodSync(at("own.md"), mode);
    rewriteFile(at("own.md"), "b");
    expect(statSync(at("own.md")).mode & 0o7777).toBe(mode);
  }
  expect(readFileSync(at("own.md"), "utf8")).toBe("b");
});
