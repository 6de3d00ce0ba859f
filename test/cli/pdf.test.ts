import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

const environment = { LC_ALL: "C" };

describe("praktika pdf", () => {
  it.each([
    { args: ["edno-gise"], says: /There is no practice “edno-gise”\. Did you mean “edno-gishe”\?/ },
    {
      args: ["edno-gishe", "zzzzzzzzzzzz"],
      says: /There is no practice “zzzzzzzzzzzz”\. An id is the name of the file/,
    },
    { args: ["treta"], says: /The practice “treta” has no version in English\./ },
    { args: [], says: /Name the practices to print, or print all with --all\./ },
    { args: ["--all", "treta"], says: /“treta” is not expected here\./ },
    { args: ["--all", "--paper", "a6"], says: /“a6” is not a valid value for --paper\. Allowed: a4/ },
    { args: ["--all", "--impose", "booklet"], says: /--impose goes only with --issue, --select/ },
    { args: ["--issue", "2007", "--select", "treta"], says: /--issue and --select do not go together/ },
    { args: ["treta", "--title", "X"], says: /--title goes only with --select/ },
    { args: ["--select", "theem:energy"], says: /The archive has no “theem”\. Did you mean “theme”\?/ },
    { args: ["--all", "--jobs", "0"], says: /“0” is not a valid value for --jobs/ },
  ])("wrong usage is 2, in words: $args", async ({ args, says }) => {
    const root = temporaryRoot("small-site");
    const { status, stderr } = await runPraktika(["pdf", ...args, "--root", root, "--lang", "en"], environment);
    expect(stderr).toMatch(says);
    expect(status).toBe(2);
  });

  it("check --print says how sheets and issues come out, and writes none", async () => {
    const root = temporaryRoot("small-site");
    const file = join(root, "content/practices/2016/treta.bg.md");
    writeFileSync(file, `${readFileSync(file, "utf8")}\nЗнак 🌳 на хартия.\n`);
    const { status, stdout } = await runPraktika(["check", "--print", "--root", root, "--lang", "en"]);
    expect(stdout).toContain("print/missing-letter");
    expect(status).toBe(0);
    expect(existsSync(join(root, ".praktika/pdf"))).toBe(false);
  });

  it("is 1 where the content has errors, which it shows", async () => {
    const root = temporaryRoot("small-site");
    const file = join(root, "content/practices/2016/treta.bg.md");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^date: .*$/m, "date: 2016-13-01"));
    const { status, stdout } = await runPraktika(["pdf", "--all", "--root", root, "--lang", "en"], environment);
    expect(stdout).toContain("front-matter/impossible-date");
    expect(status).toBe(1);
    expect(existsSync(join(root, ".praktika/pdf/index.json"))).toBe(false);
  });
});
