import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { writeBundle } from "../../../src/site/writer/write-bundle.ts";
import { runPraktika, temporaryRoot } from "../../run-praktika.ts";

it("holds every file below one folder, and has the same bytes whenever it is made", async () => {
  const root = temporaryRoot();
  const files = { "index.html": "<p>Здравей</p>", "bg/практика.html": "х".repeat(5_000), "assets/a.woff2": "\0\u0001" };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, "site", path, ".."), { recursive: true });
    writeFileSync(join(root, "site", path), text);
  }
  const bundle = { site: join(root, "site"), name: "archive", unfinished: join(root, "unfinished") };
  await writeBundle(join(root, "one.zip"), bundle);
  const bytes = readFileSync(join(root, "one.zip"));
  // What is compressed already is stored as it is: the method is 0, else 8 (APPNOTE of ZIP, 4.4.5).
  const methods = Object.keys(files).map((path) => {
    const head = bytes.indexOf(`archive/${path}`) - 30;
    return [path, bytes.readUInt16LE(head + 8)];
  });
  expect(Object.fromEntries(methods)).toEqual({ "index.html": 8, "bg/практика.html": 8, "assets/a.woff2": 0 });
  const unpacked = Object.entries(unzipSync(bytes)).map(([path, content]) => [path, Buffer.from(content).toString()]);
  expect(Object.fromEntries(unpacked)).toEqual(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`archive/${path}`, text])),
  );
  for (const path of Object.keys(files)) writeFileSync(join(root, "site", path), files[path as keyof typeof files]);
  await writeBundle(join(root, "two.zip"), bundle);
  expect(readFileSync(join(root, "two.zip")).equals(bytes)).toBe(true);
});

it("`build --bundle` packs a site whose links are spelled out, and leaves the site in dist/ alone", async () => {
  const root = temporaryRoot("small-site");
  const run = await runPraktika(["build", "--root", root, "--bundle", "--lang", "en"]);
  expect(run.status, run.stderr).toBe(0);
  expect(run.stderr).toContain("Unpack it and open index.html.");
  const [file = ""] = run.stdout.trim().split("\n").slice(-1);
  const names = unzipSync(readFileSync(file));
  const folder = Object.keys(names)[0]?.split("/")[0];
  const home = Buffer.from(names[`${folder}/bg/index.html`] ?? []).toString();
  expect(home).toContain('href="../bg/practices/index.html"');
  expect(home).not.toMatch(/href="(?!https:)[^"]*\/"/);
  expect(Object.keys(names).some((name) => name.endsWith("/bg/search/index/head.js"))).toBe(true);
});
