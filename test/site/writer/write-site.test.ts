import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Cells } from "../../../src/core/cells/cells.ts";
import { resolveFolders } from "../../../src/site/folders.ts";
import { writeSite } from "../../../src/site/writer/write-site.ts";
import { createTemplates } from "../../../src/template/create-templates.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf } from "../../pages/render-route.ts";
import { temporaryRoot } from "../../run-praktika.ts";

/** Writes so many practices with a template of one line. */
async function writePractices(count: number, template: string) {
  const archive = archiveOf(Array.from({ length: count }, (_, index) => entry({ id: `p${index}` })));
  const all = contextOf(archive);
  const routes = all.routes.filter(({ kind }) => kind === "practice");
  const sources = new Map([["practice.njk", template]]);
  const context = { ...all, routes, templates: createTemplates(sources).value };
  const root = temporaryRoot();
  const seen: number[] = [];
  const written = await writeSite(context, {
    folders: resolveFolders(root, {}),
    assets: { artifacts: [] },
    write: true,
    cells: new Cells((text) => text),
    pictureFiles: new Map(),
    facts: new Map(),
    changesArrived: () => "none",
    progress: (_, done) => seen.push(done),
  });
  return { written, seen, files: () => readdirSync(join(root, "dist/bg/practices")) };
}

describe("a template with a mistake", () => {
  it.each([
    [9, 9],
    [10, 10],
    [11, 10],
    [30, 10],
  ])("on %i pages is found on ten at most, and nothing is written: %i", async (pages, faults) => {
    const { written, files } = await writePractices(pages, "{{ practice.titel }}");
    expect(written.findings.map(({ code }) => code)).toEqual(Array(faults).fill("template/undefined"));
    expect(written).toMatchObject({ counts: { written: 0, unchanged: 0, removed: 0 }, rewritten: { paths: [] } });
    expect(files).toThrow("ENOENT");
  });
});

it("each page is written, with the reason, and told of", async () => {
  const { written, seen, files } = await writePractices(3, "{{ practice.title }}");
  expect(written.counts).toEqual({ written: 3, unchanged: 0, removed: 0 });
  expect(written.rewritten.paths.map(written.rewritten.reasonsOf)).toEqual(Array(3).fill([{ kind: "new", name: "" }]));
  expect([seen, files()]).toEqual([
    [1, 2, 3],
    ["p0", "p1", "p2"],
  ]);
});
