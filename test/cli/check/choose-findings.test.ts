import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../../run-praktika.ts";

const first = "content/practices/2016/mobilno-gishe.bg.md";
const second = "content/practices/2004/edno-gishe.bg.md";

/** Lines with a known number of findings: raw stars, and a list entry that says nothing. */
const fault = (number: number): string => `\n\n**Цел ${number}:**три\n`;

async function check(root: string, ...options: readonly string[]) {
  const run = await runPraktika(["check", "--root", root, "--lang", "en", ...options]);
  return { ...run, codes: [...run.stdout.matchAll(/ {2}([a-z-]+\/[a-z-]+)$/gm)].map(([, code]) => code) };
}

describe("what check prints", () => {
  it("is at most three findings of a kind for a file, then how many more; JSON has all", async () => {
    const root = temporaryRoot("small-site");
    appendFileSync(join(root, first), [1, 2, 3, 4, 5].map(fault).join(""));
    appendFileSync(join(root, second), fault(1));
    const { stdout, stderr, codes } = await check(root, "--only", "markdown/raw-markup");
    expect(codes).toEqual(Array(4).fill("markdown/raw-markup"));
    expect(stdout).toContain("… and 2 more in this file: markdown/raw-markup");
    expect(stderr).toContain("6 warnings");
    const { diagnostics } = JSON.parse((await check(root, "--only", "markdown", "--format", "json")).stdout);
    expect(diagnostics).toHaveLength(6);
  });

  it("ends in the kinds, the worst first, then by number", async () => {
    const root = temporaryRoot("small-site");
    appendFileSync(join(root, first), `${[1, 2].map(fault).join("")}\n-\n\n[x](practice:nyama)\n`);
    const { stderr } = await check(root, "--only", "markdown,content/empty-part,link");
    const kinds = [...stderr.matchAll(/^ +(\d+) {2}(\w+) {2}(\S+) {2}in 1 file$/gm)].map((match) => match.slice(1));
    expect(kinds).toEqual([
      ["1", "error", "link/unknown-practice"],
      ["2", "warning", "markdown/raw-markup"],
      ["1", "warning", "content/empty-part"],
    ]);
  });
});

describe("check --only", () => {
  it("shows the codes or groups that are asked for, and judges by them alone", async () => {
    const root = temporaryRoot("small-site");
    appendFileSync(join(root, first), `${fault(1)}\n[x](practice:nyama)\n`);
    expect(await check(root, "--only", "markdown/raw-markup")).toMatchObject({
      status: 0,
      codes: ["markdown/raw-markup"],
    });
    expect(await check(root, "--only", "link")).toMatchObject({ status: 1, codes: ["link/unknown-practice"] });
  });

  it("knows no other names", async () => {
    const { status, stderr } = await check(temporaryRoot("small-site"), "--only", "markdown/raw-markpu");
    expect(status).toBe(2);
    expect(stderr).toContain("markdown/raw-markup");
  });
});

describe("check --baseline", () => {
  it("lists what there is, and from then on shows only what is new, wherever the old lines have moved", async () => {
    const root = temporaryRoot("small-site");
    const list = join(root, "known.json");
    appendFileSync(join(root, first), fault(1));
    const before = await check(root, "--baseline", list);
    expect(before.codes).toEqual([]);
    expect(JSON.parse(readFileSync(list, "utf8")).findings.join()).toContain("markdown/raw-markup");
    const text = readFileSync(join(root, first), "utf8");
    writeFileSync(join(root, first), `${text.replace("**Цел", "Нов ред.\n\n**Цел")}${fault(1)}${fault(2)}`);
    const { stdout, codes } = await check(root, "--baseline", list);
    expect(codes).toEqual(["markdown/raw-markup", "markdown/raw-markup"]);
    expect(stdout).toContain("**Цел 2:**");
  });

  it("never leaves out an error", async () => {
    const root = temporaryRoot("small-site");
    const list = join(root, "known.json");
    appendFileSync(join(root, first), "\n[x](practice:nyama)\n");
    expect((await check(root, "--baseline", list)).codes).toEqual(["link/unknown-practice"]);
    expect(await check(root, "--baseline", list)).toMatchObject({ status: 1, codes: ["link/unknown-practice"] });
  });

  it("says so when the file is something else", async () => {
    const root = temporaryRoot("small-site");
    writeFileSync(join(root, "known.json"), "[]");
    const { status, stderr } = await check(root, "--baseline", join(root, "known.json"));
    expect(status).toBe(1);
    expect(stderr).toContain("known.json is no list");
  });
});

describe.skipIf(spawnSync("git", ["--version"]).status !== 0)("check --staged", () => {
  const git = (root: string, ...args: readonly string[]): void => {
    const settings = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"];
    expect(spawnSync("git", [...settings, ...args], { cwd: root }).status).toBe(0);
  };
  const committed = (): string => {
    const root = temporaryRoot("small-site");
    appendFileSync(join(root, second), fault(1));
    git(root, "init", "-q");
    git(root, "add", ".");
    git(root, "commit", "-qm", "all");
    return root;
  };

  it("is about what will be committed: not old findings, not what is only in the folder", async () => {
    const root = committed();
    appendFileSync(join(root, first), fault(1));
    git(root, "add", first);
    appendFileSync(join(root, first), fault(2));
    const { stdout, codes } = await check(root, "--staged", "--only", "markdown");
    expect(codes).toEqual(["markdown/raw-markup"]);
    expect(stdout).toContain(`${first}:`);
    expect(stdout).not.toContain("Цел 2");
  });

  it("misses a picture that was not added", async () => {
    const root = committed();
    const picture = join(root, "content/media/nova.svg");
    writeFileSync(picture, '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>\n');
    appendFileSync(join(root, first), "\n![Нова](/media/nova.svg)\n");
    git(root, "add", first);
    expect((await check(root)).codes).not.toContain("link/missing-file");
    const staged = await check(root, "--staged", "--only", "link");
    expect(staged).toMatchObject({ status: 1, codes: ["link/missing-file"] });
    git(root, "add", ".");
    expect((await check(root, "--staged")).codes).not.toContain("link/missing-file");
  });

  it("works in a folder of the repository", async () => {
    const top = temporaryRoot("small-site");
    cpSync(join(top, "content"), join(top, "archive/content"), { recursive: true });
    git(top, "init", "-q");
    git(top, "add", ".");
    git(top, "commit", "-qm", "all");
    appendFileSync(join(top, "archive", first), fault(1));
    git(top, "add", ".");
    expect((await check(join(top, "archive"), "--staged", "--only", "markdown")).codes).toEqual([
      "markdown/raw-markup",
    ]);
  });

  it("changes no files: --fix with it is refused, and says what to do", async () => {
    const root = temporaryRoot("small-site");
    const text = "##\u00a0Заглавие\n";
    appendFileSync(join(root, first), text);
    const { status, stderr } = await check(root, "--staged", "--fix");
    expect(status).toBe(2);
    expect(stderr).toContain("“praktika check --fix” first, then “git add”");
    expect(readFileSync(join(root, first), "utf8")).toContain(text);
  });

  it("needs a repository", async () => {
    const { status, stderr } = await check(temporaryRoot("small-site"), "--staged");
    expect(status).toBe(1);
    expect(stderr).toContain("no git repository");
  });
});
