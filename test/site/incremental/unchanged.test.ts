import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
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
    const { times, stats, rewritten, sourceOf, written, unchanged, ...others } = first;
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

describe("what changes while a build runs", () => {
  const practice = (title: string): string =>
    `---\ntitle: ${title}\ninnovator: Община\ndate: 2016-01-01\n---\n\n## Практика\n\n${title}.\n`;
  const path = "content/practices/2016/nova.bg.md";
  const page = "dist/bg/practices/nova/index.html";

  /** Builds; when the first pages are being rendered, something changes. */
  async function buildWith(root: string, change: () => void, times = 1) {
    // Something to do.
    appendFileSync(join(root, "content/practices/2016/treta.bg.md"), "\nОще.\n");
    let left = times;
    return run(root, {
      progress: (stage, done) => {
        if (stage !== "render" || done !== 1 || left-- <= 0) return;
        change();
      },
    });
  }

  it("is part of the site when the build has ended", async () => {
    const { root } = await builtSite();
    await buildWith(root, () => writeFileSync(join(root, path), practice("Нова")));
    expect(existsSync(join(root, page))).toBe(true);
  });

  it("is not published for ever when it came and went", async () => {
    const { root } = await builtSite();
    writeFileSync(join(root, path), practice("Поверително"));
    await buildWith(root, () => rmSync(join(root, path)));
    expect(existsSync(join(root, page))).toBe(false);
    expect((await run(root)).written).toBe(0);
  });

  it("may be that a text goes away whose page was to be made of it", async () => {
    const { root } = await builtSite();
    const others = ["", "-2", "-3"].map((end) => path.replace("nova", `nova${end}`));
    for (const [index, other] of others.entries()) writeFileSync(join(root, other), practice(`Нова ${index}`));
    await run(root);
    // Their pages are to be made again, and what came of the texts is remembered: only then is a text read once more.
    const settings = join(root, "content/site.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace("Малък архив", "Друг архив"));
    await buildWith(root, () => rmSync(join(root, path)));
    expect([page, page.replace("nova", "nova-2")].map((file) => existsSync(join(root, file)))).toEqual([false, true]);
  });

  it("is written all the same where it never ends, and looked at again by the next build", async () => {
    const { root } = await builtSite();
    let number = 0;
    const change = (): void => writeFileSync(join(root, path), practice(`Нова ${number++}`));
    const report = await buildWith(root, change, Number.POSITIVE_INFINITY);
    expect(report.isOutdated).toBe(true);
    expect(existsSync(join(root, page))).toBe(true);
    await run(root);
    expect(readFileSync(join(root, page), "utf8")).toContain(`Нова ${number - 1}`);
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
