import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LiveSite } from "../../../src/dev/live-site.ts";
import { resolveFolders } from "../../../src/site/folders.ts";
import { runPraktika, temporaryRoot } from "../../run-praktika.ts";

const files: Readonly<Record<string, string>> = {
  CNAME: "archive.example.org\n",
  "google123.html": "google-site-verification: google123.html",
  ".well-known/assetlinks.json": "[]\n",
  "own/page.md": "# A text that stays a text\n",
};

function siteWithStatics(): string {
  const root = temporaryRoot("small-site");
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  for (const passing of [".DS_Store", "Thumbs.db", "~$CNAME"]) write(root, passing, "");
  return root;
}

function write(root: string, path: string, text: string): void {
  const file = join(root, "content/static", path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
}

const published = (root: string, path: string): string => readFileSync(join(root, "dist", path), "utf8");

it("publishes content/static/ at the top of the site as it is, and takes away what is gone", async () => {
  const root = siteWithStatics();
  const built = await runPraktika(["build", "--root", root, "--lang", "en"]);
  expect([built.status, built.stdout.includes("static")]).toEqual([0, false]);
  for (const [path, text] of Object.entries(files)) expect(published(root, path)).toBe(text);
  expect(() => published(root, ".DS_Store")).toThrow();
  write(root, ".well-known/assetlinks.json", "[1]\n");
  rmSync(join(root, "content/static/CNAME"));
  expect(await runPraktika(["build", "--root", root])).toMatchObject({ status: 0 });
  expect(published(root, ".well-known/assetlinks.json")).toBe("[1]\n");
  expect(() => published(root, "CNAME")).toThrow();
});

it("shows them in the development server as they are now", async () => {
  const root = siteWithStatics();
  const site = await LiveSite.open(resolveFolders(root, {}), () => undefined);
  expect(String(site.read("CNAME"))).toBe(files.CNAME);
  write(root, "CNAME", "other.example.org\n");
  expect(await site.update([join(root, "content/static/CNAME")])).toBe("pages");
  expect(String(site.read("CNAME"))).toBe("other.example.org\n");
});
