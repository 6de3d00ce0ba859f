import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createTarget } from "../../src/core/target.ts";
import { type BuildOptions, build } from "../../src/site/build.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { buildIfChanged } from "../../src/site/incremental/build-if-changed.ts";
import { SecondProcess } from "../../src/site/second-process/second-process.ts";
import { fixture, temporaryRoot } from "../run-praktika.ts";
import { useFolder } from "../use-folder.ts";

/* A site as small as this one process makes in less time; what is tested is that two make the same. */

const text = "content/practices/2016/treta.bg.md";
const full = createTarget("web");
const pages = createTarget("web", "pages");
const alone = useFolder();
const options = (root: string, target = full): BuildOptions => ({
  folders: resolveFolders(root, {}),
  target,
  withDrafts: false,
  write: true,
  progress: () => undefined,
});

function readSite(root: string): Record<string, string> {
  const entries = readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((file) => [file.slice(root.length), readFileSync(file, "latin1")]));
}

/** A build in two processes. @param during something that happens while it runs */
async function share(root: string, target = full, during: (second: SecondProcess) => void = () => undefined) {
  const { folders } = options(root);
  const second = new SecondProcess({ folders, place: target.place, extent: target.extent, withDrafts: false });
  during(second);
  const report = await build({ ...options(root, target), second });
  return { report, second };
}

beforeAll(async () => {
  cpSync(fixture("small-site"), alone(), { recursive: true });
  await build(options(alone()));
});

describe("a build in two processes", () => {
  it("writes the same site, and knows as well what it was made of", async () => {
    const root = temporaryRoot("small-site");
    const { report, second } = await share(root);
    expect(second.pages, "the other process has made the pages of practices").toBe(report.practices);
    expect(readSite(root)).toEqual(readSite(alone()));
    expect(report.stats.find(({ kind }) => kind === "practice")?.milliseconds).toBeGreaterThan(0);

    for (const folder of [root, alone()])
      writeFileSync(join(folder, text), readFileSync(join(folder, text), "utf8").replace("title: ", "title: Нова "));
    const [edited, editedAlone] = [await buildIfChanged(options(root)), await buildIfChanged(options(alone()))];
    const listed = ({ rewritten }: typeof edited) => [...rewritten.paths].sort();
    expect(listed(edited)).toEqual(listed(editedAlone));
    expect(readSite(root)).toEqual(readSite(alone()));
  });

  it("comes to the same end when the other process is killed", async () => {
    const root = temporaryRoot("small-site");
    const { report, second } = await share(root, pages, ({ pid }) => pid && process.kill(pid));
    expect(second.pages).toBe(0);
    expect(report.written).toBeGreaterThan(report.practices);
    expect(readFileSync(join(root, "dist/bg/practices/treta/index.html"), "utf8")).toContain("</html>");
  });

  it("says what is wrong as one process does", async () => {
    const root = temporaryRoot("small-site");
    mkdirSync(join(root, "templates"));
    writeFileSync(join(root, "templates/practice.njk"), "{{ nothing.of.the.kind }}");
    const { report } = await share(root, pages);
    expect(report.diagnostics).toEqual((await build(options(root, pages))).diagnostics);
    expect(report.diagnostics.map(({ code }) => code)).toContain("template/undefined");
  });
});
