import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, chmodSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { lockBuilds } from "../../src/site/writer/build-lock.ts";
import { hasOrdinaryUser, runOrdinarily, temporaryRoot } from "../run-praktika.ts";

const program = fileURLToPath(new URL("../../src/cli/praktika.js", import.meta.url));

function start(root: string, environment: Readonly<Record<string, string>> = {}) {
  const args = [program, "build", "--root", root, "--profile", "pages", "--lang", "en"];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return { child, ended: once(child, "exit"), said: () => said };
}

const titles = (root: string): readonly string[] => readdirSync(join(root, "dist/bg/practices")).sort();

it("two builds at once: the second says that it waits, and both end well", async () => {
  const root = temporaryRoot("small-site");
  const release = await lockBuilds(join(root, ".praktika"), () => undefined);
  const { child, ended, said } = start(root);
  while (!said().includes("Another build of this archive is running")) await once(child.stderr, "data");
  expect(existsSync(join(root, "dist"))).toBe(false);
  release();
  expect(await ended).toEqual([0, null]);
  expect(titles(root)).toContain("edno-gishe");
});

it.each(["SIGINT", "SIGTERM"] as const)("%s while it waits ends a build as a shell expects", async (signal) => {
  const root = temporaryRoot("small-site");
  const release = await lockBuilds(join(root, ".praktika"), () => undefined);
  const { child, ended, said } = start(root);
  while (!said().includes("Another build")) await once(child.stderr, "data");
  child.kill(signal);
  expect(await ended).toEqual([signal === "SIGINT" ? 130 : 143, null]);
  release();
});

it("Ctrl+C while pages are rendered leaves the last site and nothing else", async () => {
  const root = temporaryRoot("small-site");
  expect(await start(root).ended).toEqual([0, null]);
  const before = titles(root);
  writeFileSync(
    join(root, "content/practices/2016/nova.bg.md"),
    "---\ntitle: Нова\ninnovator: Община\ndate: 2016-01-01\n---\n\nТекст.\n",
  );
  // In the middle of all operations of a build; test/property/accidents tries the others.
  const hook = new URL("../property/cut-off.ts", import.meta.url).href;
  const plan = { folders: [root], accident: "interrupt", at: 30 };
  const { ended } = start(root, { NODE_OPTIONS: `--import ${hook}`, CUT_OFF: JSON.stringify(plan) });
  expect(await ended).toEqual([130, null]);
  expect(titles(root)).toEqual(before);
  expect(
    readdirSync(join(root, "dist"), { recursive: true }).filter((name) => String(name).includes("staging")),
  ).toEqual([]);
  const staging = join(root, ".praktika/staging");
  expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
});

it.runIf(hasOrdinaryUser)("a folder of the site that cannot be written is found before the first move", async () => {
  const root = temporaryRoot("small-site");
  expect((await runOrdinarily(root, ["build", "--profile", "pages"])).status).toBe(0);
  const text = join(root, "content/practices/2004/edno-gishe.bg.md");
  appendFileSync(text, "\nОще едно изречение.\n");
  const folder = join(root, "dist/bg/practices/edno-gishe");
  chmodSync(folder, 0o555);
  const { status, stdout, stderr } = await runOrdinarily(root, ["build", "--profile", "pages"]);
  expect(stdout).toContain("dist/bg/practices/edno-gishe cannot be written: permission denied.  output/unwritable");
  expect(stdout).toContain("chown or chmod");
  expect(stderr).toContain("the previous one is unchanged");
  expect(status).toBe(1);
  chmodSync(folder, 0o755);
  expect((await runOrdinarily(root, ["build", "--profile", "pages"])).status).toBe(0);
});
