import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import bcd from "@mdn/browser-compat-data" with { type: "json" };
import type { CompatStatement, Identifier } from "@mdn/browser-compat-data";
import { expect, it, onTestFinished } from "vitest";
import { browserFloor, bundleScripts, scriptCache } from "../../../src/site/assets/bundle-scripts.ts";

/*
 * Scripts of pages use nothing that the oldest browsers lack for which pages are made. What each browser has, MDN says. Our own sources are
 * compiled against types of the browser from which everything newer is taken out; of libraries the names are looked at.
 */

const top = fileURLToPath(new URL("../../..", import.meta.url));
/** Safari of phones has versions of its own. */
const browsers = [...Object.entries(browserFloor), ["safari_ios", browserFloor.safari] as const];

function isNewer({ support }: CompatStatement): boolean {
  return browsers.some(([browser, floor]) => {
    const statements = [support[browser as "chrome"] ?? []].flat();
    // What is there in part counts as there: a time limit that is called another error, for example.
    return !statements.some(
      ({ flags, prefix, alternative_name, version_added }) =>
        !flags &&
        !prefix &&
        !alternative_name &&
        Number.parseFloat(String(version_added).replace("≤", "")) <= Number(floor),
    );
  });
}

/** Whether a member of an interface is newer than the floor; by its name alone, whether each member of that name is. */
const newer = new Map<string, boolean>();
noteMembers("", bcd.api);
noteMembers("", bcd.javascript?.builtins);

function noteMembers(block: string, members: Identifier = {}): void {
  for (const [key, member] of Object.entries(members)) {
    if (key === "__compat" || key.endsWith("_event")) continue;
    const name = key.replace(/_static$/, "");
    const { __compat } = member as Identifier;
    const late = __compat !== undefined && isNewer(__compat);
    newer.set(`${block}.${name}`, late);
    newer.set(name, late && (newer.get(name) ?? true));
    noteMembers(name, member as Identifier);
  }
}

/** TypeScript's types of the browser without members that are newer than the floor. */
function reduceTypes(text: string): string {
  let block = "";
  const kept = text.split("\n").filter((line) => {
    block = /^(?:declare )?(?:interface|var) (\w+)/.exec(line)?.[1] ?? block;
    const member = /^ {4}(?:readonly |get |set )?(\w+)\??[:(<]/.exec(line)?.[1];
    if (member === undefined) return true;
    // Interfaces of TypeScript alone, such as ARIAMixin, are part of those that browsers have.
    return !(bcd.api[block] ? newer.get(`${block}.${member}`) : newer.get(member));
  });
  return kept.join("\n");
}

/** Uses what browsers have only since after the floor: the check must see all of it. */
const probes = ["new URLSearchParams().size", 'URL.canParse("a")', "document.body.ariaBusy", "[2, 1].toSorted()"];

it("our own scripts use nothing newer than the floor of browsers", () => {
  const folder = mkdtempSync(join(tmpdir(), "praktika-floor-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const compiler = findPackageJSON("typescript", import.meta.url) ?? "";
  const program = findPackageJSON(`@typescript/typescript-${process.platform}-${process.arch}`, compiler) ?? "";
  const types = join(dirname(program), "lib");
  for (const name of ["lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"])
    writeFileSync(join(folder, name), reduceTypes(readFileSync(join(types, name), "utf8")));
  writeFileSync(join(folder, "probe.ts"), `${probes.map((probe) => `void ${probe};`).join("\n")}\nexport {};\n`);
  copyFileSync(join(top, "tsconfig.json"), join(folder, "base.json"));
  const settings = {
    extends: "./base.json",
    compilerOptions: { lib: ["es2022"], types: [] },
    include: ["*.ts", join(top, "src/pages/*/browser/**/*.ts")],
    exclude: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  const found = compile(folder);
  expect(found.filter((line) => !line.includes("probe.ts"))).toEqual([]);
  expect(found.map((line) => Number(/probe\.ts\((\d+)/.exec(line)?.[1]))).toEqual(probes.map((_, at) => at + 1));
});

/** What the compiler finds, one line each. */
function compile(folder: string): readonly string[] {
  const compiler = join(top, "node_modules/typescript/bin/tsc");
  try {
    execFileSync(process.execPath, [compiler, "--noEmit", "--pretty", "false", "-p", folder], { encoding: "utf8" });
    return [];
  } catch (error) {
    return (error as { stdout: string }).stdout.split("\n").filter((line) => /: error /.test(line));
  }
}

/** Names of our own and of libraries that newer parts of browsers have as well. */
const ownNames: ReadonlySet<string> = new Set(
  "bytes destroy details drop handle in install lost number phrases s suffix token transfer".split(" "),
);

it("no script, libraries included, has a name that only newer browsers know", async () => {
  const scripts = await bundleScripts(scriptCache({ folder: tmpdir(), readOnly: true }));
  const found = [...scripts].flatMap(([script, text]) =>
    [...text.matchAll(/\.([A-Za-z]\w*)/g)]
      .filter(([, name = ""]) => newer.get(name) === true && !ownNames.has(name))
      .map(([, name]) => `${script}: ${name}`),
  );
  expect([...new Set(found)]).toEqual([]);
});
