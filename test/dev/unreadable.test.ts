import { chmodSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { devPath } from "../../src/dev/dev-pages.ts";
import { LiveSite } from "../../src/dev/live-site.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { hasOrdinaryUser, startOrdinarily, temporaryRoot } from "../run-praktika.ts";

const address = "bg/practices/edno-gishe/";
const path = `${address}index.html`;

it("shows the last good content while its folder cannot be read, and says so", async () => {
  const root = temporaryRoot("small-site");
  const site = await LiveSite.open(resolveFolders(root, {}), () => undefined);
  const unreadable = (): string[] =>
    site.diagnose().flatMap(({ code, file }) => (code === "content/unreadable" ? [file] : []));
  const good = String(site.read(path));
  const [content, aside] = [join(root, "content"), join(root, "aside")];
  const text = join(content, "practices/2004/edno-gishe.bg.md");
  renameSync(content, aside);
  // A link that leads to itself can be followed by nobody, not even by root.
  symlinkSync(content, content);
  await site.update([text]);
  expect(unreadable()).toContain("content");
  expect(String(site.read(path))).toBe(good);
  rmSync(content);
  renameSync(aside, content);
  await site.update([text]);
  expect(unreadable()).toEqual([]);
  expect(String(site.read(path))).toBe(good);
});

it("shows the last good templates while their folder cannot be read, and says so", async () => {
  const root = temporaryRoot("small-site");
  const site = await LiveSite.open(resolveFolders(root, {}), () => undefined);
  const good = String(site.read(path));
  const templates = join(root, "templates");
  symlinkSync(templates, templates);
  await site.update([join(templates, "practice.njk"), join(templates, "assets/css/screen.css")]);
  expect(site.diagnose().map(({ code, file }) => `${code} ${file}`)).toContain("content/unreadable templates");
  expect(String(site.read(path))).toBe(good);
});

it.runIf(hasOrdinaryUser)(
  "keeps the pages of a year that a run as root has taken away, until it is given back",
  async () => {
    const root = temporaryRoot("small-site");
    const year = join(root, "content/practices/2004");
    const url = await startOrdinarily(root, ["dev", "--port", "0"]);
    const get = async (page: string) => {
      const reply = await fetch(url + page);
      return { status: reply.status, text: await reply.text() };
    };
    const findings = async () => (await get(`${devPath.slice(1)}/`)).text;
    expect(await get(address)).toMatchObject({ status: 200 });
    // Watching begins a moment after the first page.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    chmodSync(year, 0);
    await expect.poll(findings).toContain("content/practices/2004");
    const { status, text } = await get(address);
    expect(status).toBe(200);
    expect(text).toContain("content/unreadable");
    chmodSync(year, 0o755);
    await expect.poll(findings).not.toContain("content/unreadable");
  },
);
