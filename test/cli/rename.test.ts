import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

const run = (root: string, ...args: readonly string[]) => runPraktika([...args, "--root", root, "--lang", "en"]);

it("gives a practice another id in all languages, and nothing is broken afterwards", async () => {
  const root = temporaryRoot("small-site");
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const dry = await run(root, "rename", "edno-gishe", "gishe", "--dry-run");
  expect(dry).toMatchObject({
    status: 0,
    stderr: "“edno-gishe” would become “gishe” in 3 files. Nothing was written.\n",
  });
  expect(existsSync(join(root, "content/practices/2004/edno-gishe.bg.md"))).toBe(true);

  const renamed = await run(root, "rename", "edno-gishe", "gishe");
  expect(renamed).toMatchObject({ status: 0, stdout: dry.stdout });
  expect(renamed.stdout).toContain("content/practices/2004/edno-gishe.en.md → content/practices/2004/gishe.en.md");
  expect(read("content/practices/2004/gishe.en.md")).toContain("aliases: [/en/practices/edno-gishe/]");
  expect(read("content/issues/2004.yaml")).toContain("(practice:gishe)");

  const built = await run(root, "build");
  expect([built.status, built.stdout]).toEqual([0, expect.not.stringContaining("link/")]);
  expect(read("dist/bg/practices/edno-gishe/index.html")).toContain("url=../../../bg/practices/gishe/");
  // Votes for the old id are counted for the new one.
  expect(JSON.parse(read("dist/ballot-paper.json"))).toMatchObject({ formerIds: { "edno-gishe": "gishe" } });
});

it("refuses an id that is unknown, taken in whatever case, or none", async () => {
  const root = temporaryRoot("small-site");
  const say = async (...ids: readonly string[]) => {
    const { status, stderr } = await run(root, "rename", ...ids);
    return [status, stderr];
  };
  expect(await say("edno-gise", "gishe")).toEqual([2, expect.stringContaining("Did you mean “edno-gishe”?")]);
  expect(await say("edno-gishe", "Mobilno-Gishe")).toEqual([2, expect.stringContaining("mobilno-gishe.bg.md")]);
  expect(await say("edno-gishe", "../gishe")).toEqual([2, expect.stringContaining("cannot be an id")]);
  expect(await say("edno-gishe")).toEqual([2, expect.stringContaining("ID NEW-ID")]);
});
