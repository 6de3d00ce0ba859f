import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { prepareBallots, secret, send } from "../nomination/faults/serve-process.ts";
import { useFolder } from "../use-folder.ts";
import { installPacked, listPacked, pack, runInstalled, startInstalled } from "./pack.ts";

/** The Node of this run; `npm run test:engines` adds others. */
const nodes = [process.execPath, ...(process.env.PRAKTIKA_NODES ?? "").split(":").filter(Boolean)];
const folder = useFolder();
let tarball = "";

beforeAll(() => {
  tarball = pack(folder());
});

/** Paths of all files in a folder, sorted. */
const listFiles = (path: string) => readdirSync(path, { recursive: true, encoding: "utf8" }).sort();

describe("the npm package", () => {
  it("holds compiled code, templates, page scripts, licences and how to deploy, and no sources and tests", () => {
    const files = listPacked(tarball);
    for (const file of [
      "LICENSE",
      "NOTICE",
      "lib/cli/main.js",
      "lib/site/assets/page-scripts.json",
      "lib/read/places.csv",
      "lib/read/population.csv",
    ])
      expect(files).toContain(file);
    for (const start of ["templates/layout.njk", "deploy/node/", "lib/endpoint/cloudflare/worker.js"])
      expect(files.some((file) => file.startsWith(start))).toBe(true);
    expect(files.filter((file) => /\.m?ts$|^test\/|^content\/(?!pages\/handbook\.)|^dist\/|^\./.test(file))).toEqual(
      [],
    );
    expect(files.filter((file) => file.startsWith("src/")).sort()).toEqual([
      "src/cli/launch-with-newer-node.js",
      "src/cli/launch.js",
      "src/cli/praktika.js",
    ]);
  });
});

describe.each(nodes)("an archive that installs the package, with %s", (node) => {
  let archive = "";
  const run = (...args: string[]) => runInstalled(node, archive, args);

  beforeAll(() => {
    archive = join(folder(), `Мой архив ${nodes.indexOf(node)}`);
    mkdirSync(archive);
    installPacked(tarball, archive);
    expect(run("init", "--yes", "--nominations", "yes")).toMatchObject({ status: 0 });
  });

  it("begins, checks and builds, and says once which pictures it left out", () => {
    expect(run("--version")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(run("new", "Solar roofs", "--innovator", "Община Белене")).toMatchObject({ status: 0 });
    expect(run("check", "--drafts")).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("3 practices checked"),
    });
    const built = run("build", "--drafts");
    expect(built).toMatchObject({ status: 0, stderr: expect.stringContaining('npm install "sharp@') });
    expect(existsSync(join(archive, "dist/en/practices/solar-roofs/index.html"))).toBe(true);
    expect(run("schema")).toMatchObject({ status: 0 });
    expect(run("votes", "tally").stderr).toContain("no votes yet");
  });

  it("is upgraded: what was copied is as it was, and a check says which originals have changed or gone", () => {
    // An older version: one of its templates read otherwise, and there was one more.
    const templates = join(archive, "node_modules/praktika/templates");
    appendFileSync(join(templates, "redirect.njk"), "<!-- of an older version -->\n");
    writeFileSync(join(templates, "book-part.njk"), "<p>A part of a book</p>\n");
    for (const name of ["redirect.njk", "book-part.njk"])
      expect(run("templates", "copy", name)).toMatchObject({ status: 0 });
    const before = listFiles(join(archive, "dist"));
    rmSync(join(archive, "node_modules/praktika"), { recursive: true });
    installPacked(tarball, archive);
    const { stdout } = run("check", "--drafts");
    expect(stdout).toMatch(/^templates\/redirect\.njk:1:\d+ .*template\/outdated/m);
    expect(stdout).toMatch(/^templates\/book-part\.njk:1:1 .*template\/unused/m);
    expect(run("build", "--drafts")).toMatchObject({ status: 0 });
    expect(listFiles(join(archive, "dist"))).toEqual(before);
    expect(readFileSync(join(archive, "dist/index.html"), "utf8")).toContain("of an older version");
    rmSync(join(archive, "templates"), { recursive: true });
  });

  it("imports text, and names the command that installs what Word documents need", () => {
    writeFileSync(join(archive, "стара.html"), "<html><body><h1>Библиотека</h1><p>Текст.</p></body></html>");
    expect(run("import", "стара.html", "--dry-run").stderr).not.toContain("failed");
    writeFileSync(join(archive, "стара.docx"), "");
    expect(run("import", "стара.docx")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('npm install "mammoth@'),
    });
  });

  it("names the command that installs what printing needs", () => {
    const printed = run("pdf", "--all");
    expect(printed).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/print\/not-installed[\s\S]*npm install "@myriaddreamin/),
    });
  });

  it("serves the site and counts a ballot", async () => {
    run("build", "--drafts");
    const server = await startInstalled(node, archive, ["serve", "--port", "0"], { PRAKTIKA_SECRET: secret });
    onTestFinished(() => void server.end());
    const [ballot] = await prepareBallots(1);
    const response = ballot && (await send(server.url, ballot));
    expect(await response?.json()).toMatchObject({ practice: "solar-roofs", count: 1 });
    expect(await server.end()).toBe(0);
    expect(run("votes", "verify")).toMatchObject({ status: 0 });
  });

  it("shows a page in the development server, which reloads itself", async () => {
    const server = await startInstalled(node, archive, ["dev", "--port", "0"]);
    onTestFinished(() => void server.end());
    const page = await fetch(`${server.url}/en/practices/solar-roofs/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("/__praktika/page.js")]);
    expect((await fetch(`${server.url}/__praktika/page.js`)).status).toBe(200);
    expect(await server.end()).toBe(0);
  });
});
