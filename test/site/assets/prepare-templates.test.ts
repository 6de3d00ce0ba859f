import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadTemplates } from "../../../src/site/assets/load-templates.ts";
import { prepareTemplates } from "../../../src/site/assets/prepare-templates.ts";
import { ownTemplates } from "../../../src/site/folders.ts";
import { temporaryRoot } from "../../run-praktika.ts";

const own = loadTemplates([ownTemplates]).value;
const view = { site: { language: "bg" } };

function open(sources: ReadonlyMap<string, string>, ofProgram: string | undefined) {
  const folder = temporaryRoot();
  return { folder, ...prepareTemplates(sources, { folder, readOnly: false }, ofProgram) };
}

/** The fault of a page that lacks what its template shows. */
function faultOf(sources: ReadonlyMap<string, string>, ofProgram: string | undefined): unknown {
  try {
    return open(sources, ofProgram).value.render("redirect.njk", view);
  } catch (error) {
    return (error as { finding: unknown }).finding;
  }
}

it("keeps Praktika's own templates compiled with the program, and leaves nothing with the site", () => {
  const program = temporaryRoot();
  const first = open(own, program);
  const kept = readFileSync(join(program, "templates.json"), "utf8");
  expect(Object.keys(JSON.parse(kept.slice(kept.indexOf("\n"))).compiled)).toEqual([...own.keys()]);
  expect(first.findings).toEqual([]);
  expect(existsSync(join(first.folder, "templates.json"))).toBe(false);
  // A fault keeps its place whether the template was kept or not.
  expect(faultOf(own, program)).toMatchObject({ code: "template/undefined", location: { line: 2 } });
  expect(faultOf(own, program)).toEqual(faultOf(own, undefined));
});

it("never runs what was kept of other templates, or what somebody else put there", () => {
  const program = temporaryRoot();
  open(own, program);
  const file = join(program, "templates.json");
  const kept = readFileSync(file, "utf8");
  writeFileSync(file, kept.replaceAll('"var positions', '"throw 1; var positions'));
  expect(faultOf(own, program)).toEqual(faultOf(own, undefined));
  expect(readFileSync(file, "utf8")).toBe(kept);

  const changed = new Map([...own, ["redirect.njk", "{{ site.language }}!"]]);
  const { value, folder } = open(changed, program);
  expect(value.render("redirect.njk", view)).toBe("bg!");
  expect(existsSync(join(folder, "templates.json"))).toBe(true);
  expect(readFileSync(file, "utf8")).toBe(kept);
});
