import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { useFolder } from "../use-folder.ts";

const cli = fileURLToPath(new URL("../../src/cli", import.meta.url));
const folder = useFolder();

/** Runs the program's door as an older Node would see it: what decides is the version that Node states. */
function runAs(version: string, root: string) {
  const file = join(root, "older.mjs");
  writeFileSync(
    file,
    `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });\n`,
  );
  return spawnSync(process.execPath, ["--import", file, join(root, "src/cli/praktika.js"), "--version"], {
    encoding: "utf8",
  });
}

function cloneWithoutPackages(): string {
  const root = join(folder(), "clone");
  mkdirSync(join(root, "src"), { recursive: true });
  writeFileSync(join(root, "package.json"), '{"type": "module"}');
  cpSync(cli, join(root, "src/cli"), { recursive: true });
  return root;
}

describe("the door of the program", () => {
  it("says in both languages, without a stack, which Node it needs", () => {
    const root = cloneWithoutPackages();
    for (const version of ["20.20.2", "22.17.0", "10.24.1"]) {
      const { status, stdout, stderr } = runAs(version, root);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr.trim().split("\n")).toEqual([
        `Praktika иска Node 22.18 или по-нов, а тук е ${version}: https://nodejs.org`,
        `Praktika needs Node 22.18 or newer, and this is ${version}: https://nodejs.org`,
      ]);
    }
  });

  it("holds nothing that an old Node could not read", () => {
    const text = readFileSync(join(cli, "praktika.js"), "utf8").replace(/^(\/\/|#!).*$/gm, "");
    expect(text).not.toMatch(/^import |^export |import\.meta|\?\.|\?\?|^await /m);
  });
});
