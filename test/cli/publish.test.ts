import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFiles, readSiteFiles } from "../../src/cli/publish/published.ts";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

/** What `publish` sees: a folder with pages, as a build leaves it. */
function builtSite(files: Readonly<Record<string, string>>): string {
  const root = temporaryRoot();
  writeFiles(root, files);
  return root;
}

function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "dist", path)), { recursive: true });
    writeFileSync(join(root, "dist", path), text);
  }
}

const run = (root: string, ...args: readonly string[]) =>
  runPraktika(["publish", ...args, "--root", root, "--lang", "en"]);
const hasRsync = spawnSync("rsync", ["--version"]).status === 0;
const site = { "index.html": "1", "bg/index.html": "1", "assets/css/a.css": "1", "media/$ план.pdf": "1" };

describe("praktika publish", () => {
  it("lists all files until a publication was noted, pages after what they need", async () => {
    const root = builtSite(site);
    for (const _ of [1, 2]) {
      const { status, stdout, stderr } = await run(root, "--list");
      expect([status, stdout]).toEqual([0, "+ assets/css/a.css\n+ media/$ план.pdf\n+ bg/index.html\n+ index.html\n"]);
      expect(stderr).toBe(
        "No publication has been noted yet, so all files are new.\nTo upload: 4 files. To delete: 0 files.\nWhen everything is on the host: npx praktika publish --done\n",
      );
    }
  });

  it("lists what was written and deleted since then, and nothing where nothing was", async () => {
    const root = builtSite(site);
    expect(await run(root, "--done")).toMatchObject({ status: 0, stderr: "Noted as published: 4 files.\n" });
    const unchanged = await run(root, "--list");
    expect(unchanged.stdout).toBe("");
    expect(unchanged.stderr).toMatch(
      /^Last publication: .* UTC\.\nNothing has changed since the last publication\.\n$/,
    );
    writeFiles(root, { "bg/index.html": "2", "bg/new/index.html": "1" });
    rmSync(join(root, "dist/media"), { recursive: true });
    const { stdout, stderr } = await run(root, "--list");
    expect(stdout).toBe("+ bg/index.html\n+ bg/new/index.html\n- media/$ план.pdf\n");
    expect(stderr).toContain("To upload: 2 files. To delete: 1 file.");
  });

  it("writes commands for FTP, and copies files to be dragged there", async () => {
    const root = builtSite(site);
    await run(root, "--done");
    writeFiles(root, { 'bg/"x"/$1.html': "1" });
    rmSync(join(root, "dist/media"), { recursive: true });
    const { stdout } = await run(root, "--list", "--format", "lftp");
    expect(stdout).toBe(
      [
        "set xfer:make-backup no",
        'mkdir -p -f "bg"',
        'mkdir -p -f "bg/\\"x\\""',
        `put -O "bg/\\"x\\"" "${join(root, "dist")}/bg/\\"x\\"/\\$1.html"`,
        'rm -f "media/\\$ план.pdf"',
        'rmdir -f "media"',
        "",
      ].join("\n"),
    );
    const target = join(root, "upload");
    expect((await run(root, "--copy", target)).stdout).toBe("");
    expect(readdirSync(target, { recursive: true }).sort()).toEqual(["bg", 'bg/"x"', 'bg/"x"/$1.html']);
    expect((await run(root, "--copy", target)).status).toBe(2);
  });

  it("writes rules for rsync that touch these files alone", async () => {
    const root = builtSite(site);
    await run(root, "--done");
    writeFiles(root, { "bg/[1]*.html": "1" });
    rmSync(join(root, "dist/media"), { recursive: true });
    const { stdout } = await run(root, "--list", "--format", "rsync");
    expect(stdout).toBe("+ /bg/\n+ /bg/\\[1\\]\\*.html\n+ /media/\n+ /media/$ план.pdf\n- *\n");
  });

  it.skipIf(!hasRsync)("with which rsync makes a host equal to the site, and leaves what is of others", async () => {
    const root = builtSite({ ...site, "bg/[1]*/a.html": "1", "bg/gone/deep/index.html": "1" });
    const upload = async () => {
      const { stdout } = await run(root, "--list", "--format", "rsync");
      const args = ["-rt", "--delete", "--filter=merge -", `${join(root, "dist")}/`, `${join(root, "host")}/`];
      expect(spawnSync("rsync", args, { input: stdout, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
      await run(root, "--done");
    };
    await upload();
    writeFileSync(join(root, "host/other.txt"), "of others");
    rmSync(join(root, "dist/bg/gone"), { recursive: true });
    writeFiles(root, { "bg/index.html": "2", "bg/[1]*/b.html": "1" });
    await upload();
    expect(readSiteFiles(join(root, "host"))).toEqual(
      new Map([...readSiteFiles(join(root, "dist")), ["other.txt", expect.any(String)]]),
    );
    expect(existsSync(join(root, "host/bg/gone"))).toBe(false);
  });

  it("keeps apart what was published from different folders, and survives a damaged note", async () => {
    const root = builtSite(site);
    await run(root, "--done");
    mkdirSync(join(root, "other"));
    writeFileSync(join(root, "other/index.html"), "1");
    expect((await run(root, "--list", "--out", join(root, "other"))).stdout).toBe("+ index.html\n");
    const notes = join(root, ".praktika/manifests");
    for (const name of readdirSync(notes)) writeFileSync(join(notes, name), "{");
    expect((await run(root, "--list")).stdout.split("\n")).toHaveLength(5);
    expect(existsSync(join(root, ".praktika/.gitignore"))).toBe(true);
  });

  it("says where there is no built site", async () => {
    const { status, stderr } = await run(temporaryRoot(), "--list");
    expect([status, stderr]).toEqual([2, expect.stringContaining("Run praktika build first.")]);
  });
});

it("whatever changes, a host on which the list is carried out holds the site", () => {
  const files = fc.dictionary(fc.constantFrom("a.html", "b.css", "c/d.html", "c/e.png"), fc.constantFrom("1", "2"));
  fc.assert(
    fc.property(files, files, (before, now) => {
      const { written, deleted } = compareFiles(new Map(Object.entries(before)), new Map(Object.entries(now)));
      const host = new Map<string, string>(Object.entries(before));
      for (const path of written) host.set(path, now[path] ?? "");
      for (const path of deleted) host.delete(path);
      expect(Object.fromEntries(host)).toEqual(Object.fromEntries(Object.entries(now)));
      expect(written.every((path) => before[path] !== now[path])).toBe(true);
    }),
  );
});
