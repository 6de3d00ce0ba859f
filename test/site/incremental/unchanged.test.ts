import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createTarget } from "../../../src/core/target.ts";
import type { BuildOptions, BuildReport } from "../../../src/site/build.ts";
import { resolveFolders } from "../../../src/site/folders.ts";
import { buildIfChanged } from "../../../src/site/incremental/build-if-changed.ts";
import { temporaryRoot } from "../../run-praktika.ts";

/** A site whose files are all old enough for their times to be trusted, built once. */
async function builtSite() {
  const root = temporaryRoot("small-site");
  const time = new Date("2020-01-01T00:00:00.500Z");
  for (const entry of readdirSync(join(root, "content"), { recursive: true, withFileTypes: true }))
    utimesSync(join(entry.parentPath, entry.name), time, time);
  // The time of this change cannot be set.
  await wait(100);
  const first = await run(root);
  return { root, first };
}

function run(root: string, options: Partial<BuildOptions> = {}) {
  return buildIfChanged({
    folders: resolveFolders(root, {}),
    target: createTarget("web"),
    withDrafts: false,
    write: true,
    progress: () => undefined,
    ...options,
  });
}

/** Only a build that did something took stages, which have times. */
const built = ({ times }: BuildReport): boolean => Object.keys(times).length > 0;

describe("a build with nothing to do", () => {
  it("loads and renders nothing, and reports what the last one reported", async () => {
    const { root, first } = await builtSite();
    const second = await run(root);
    expect(built(first)).toBe(true);
    expect(built(second)).toBe(false);
    const { times, rewritten, sourceOf, written, unchanged, ...others } = first;
    expect(second).toMatchObject({ ...others, written: 0, unchanged: written + unchanged });
    const [warning] = second.diagnostics;
    expect(second.sourceOf(warning?.file ?? "")).toBe(sourceOf(warning?.file ?? ""));
  });

  it.each([
    ["a text has changed", "content/practices/2016/treta.bg.md"],
    ["the site has changed", "content/site.yaml"],
    ["a picture has changed", "content/media/plan.svg"],
    ["a page was changed by somebody", "dist/bg/index.html"],
  ])("has something to do when %s", async (_, file) => {
    const { root } = await builtSite();
    writeFileSync(join(root, file), `${readFileSync(join(root, file), "utf8")}\n`);
    expect(built(await run(root))).toBe(true);
  });

  it("has something to do when a change too young to be remembered is taken back", async () => {
    const { root } = await builtSite();
    const page = join(root, "dist/bg/practices/index.html");
    const before = readFileSync(page, "utf8");
    const template = join(root, "templates/practices.njk");
    mkdirSync(join(root, "templates"));
    writeFileSync(template, "{% extends 'layout.njk' %}{% block main %}for a moment{% endblock %}");
    await run(root);
    expect(readFileSync(page, "utf8")).not.toBe(before);
    rmSync(join(root, "templates"), { recursive: true });
    await run(root);
    expect(readFileSync(page, "utf8")).toBe(before);
  });

  it.each(["content/practices/2016/treta.bg.md", "dist/bg/index.html", ".praktika/manifests", ".praktika/cache"])(
    "has something to do when %s is gone",
    async (file) => {
      const { root } = await builtSite();
      rmSync(join(root, file), { recursive: true });
      expect(built(await run(root))).toBe(true);
    },
  );

  it("has something to do when there is a new template, or other options", async () => {
    const { root } = await builtSite();
    expect(built(await run(root, { target: createTarget("disk") }))).toBe(true);
  });
});

it("a build with errors is not remembered", async () => {
  const { root } = await builtSite();
  writeFileSync(join(root, "content/practices/2016/treta.bg.md"), "---\ntitle: x\n---\n");
  for (const report of [await run(root), await run(root)]) {
    expect(report.diagnostics.length).toBeGreaterThan(0);
    expect(built(report)).toBe(true);
  }
});
