import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Ability, createTarget } from "../src/core/target.ts";
import { outputsByKind, pageScripts } from "../src/pages/pages.ts";

const source = fileURLToPath(new URL("../src", import.meta.url));

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ path: relative(source, file).split(sep).join("/"), text: readFileSync(file, "utf8") }));

/** Files of src/ in which a pattern stands. */
const filesWith = (pattern: RegExp): readonly string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe("what a site is built for", () => {
  it("is decided in one place and asked by ability everywhere else", () => {
    expect(filesWith(/\b(linkStyle: LinkStyle|LinkStyle|inPagesProfile|onHostsOnly|fitsSheets)\b/)).toEqual([]);
    expect(filesWith(/\bvalues\.(profile|links)\b|\{ profile, links\b/)).toEqual(["cli/commands/build.ts"]);
    expect(filesWith(/\b(target\.)(place|extent) [!=]==? "/)).toEqual([]);
  });

  it.each([
    ["web", "full", ["serviceWorker", "browserEditor", "socialImages", "endpoint", "shortAddresses"], []],
    ["web", "pages", ["endpoint", "shortAddresses"], ["fullSite", "serviceWorker", "fittedSheets", "sheetPdfs"]],
    ["disk", "full", ["fullSite", "fittedSheets", "imageVariants"], ["endpoint", "shortAddresses", "serviceWorker"]],
    ["dev", "full", ["endpoint", "shortAddresses", "fullSite"], ["serviceWorker", "browserEditor", "socialImages"]],
  ] as const)("%s, %s: has what the place can do and lacks the rest", (place, extent, has, lacks) => {
    const target = createTarget(place, extent);
    const answers = (abilities: readonly Ability[]) => abilities.map((ability) => target.has(ability));
    expect(answers(has)).toEqual(has.map(() => true));
    expect(answers(lacks)).toEqual(lacks.map(() => false));
  });
});

describe("the list of outputs", () => {
  it("names each kind and each script once", () => {
    const kinds = files.flatMap(({ path, text }) =>
      path.startsWith("pages/") ? [...text.matchAll(/^ {2}kind: "([a-z-]+)",$/gm)].map(([, kind = ""]) => kind) : [],
    );
    expect(kinds.filter((kind) => !outputsByKind.has(kind))).toEqual([]);
    expect(new Set(kinds).size).toBe(kinds.length);
    const scripts = pageScripts.map(({ name }) => name);
    expect(new Set(scripts).size).toBe(scripts.length);
  });

  it("has a menu without two entries at one position, and marks entries that exist", () => {
    const outputs = [...outputsByKind.values()];
    const positions = outputs.flatMap(({ menu }) => (menu ? [menu.position] : []));
    expect(new Set(positions).size).toBe(positions.length);
    for (const { kind, under } of outputs)
      if (under !== undefined) expect(outputsByKind.get(under)?.menu, `${kind} under ${under}`).toBeDefined();
  });
});

it("no folder of the layout before the redesign is left", () => {
  const former =
    "build content markdown search render outputs editing editorial browser worker diagnostics language model";
  const folders = readdirSync(source);
  expect(folders.filter((name) => former.split(" ").includes(name))).toEqual([]);
});
