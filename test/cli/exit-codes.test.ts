import { describe, expect, it } from "vitest";
import { fixture, runPraktika, runProcess, temporaryRoot } from "../run-praktika.ts";

describe("the command line", () => {
  it("ends its process with 0 when all is well, and says what it did", () => {
    const { status, stdout, stderr } = runProcess(["build", "--root", temporaryRoot("base"), "--lang", "en"]);
    expect(status).toBe(0);
    expect(stdout).toBe("");
    // On a busy machine lines about its progress come before.
    expect(stderr).toMatch(/^\d+ pages in [\d.]+ s: \d+ written, 0 unchanged, 0 removed\.\n$/m);
  });

  it("ends its process with 1 when the content has errors", () => {
    const { status, stdout } = runProcess(["check", "--root", fixture("diagnostics/front-matter/impossible-date")]);
    expect(stdout).toContain("front-matter/impossible-date");
    expect(status).toBe(1);
  });

  it("ends its process with 2 on wrong usage", () => {
    const { status, stderr } = runProcess(["bulid", "--lang", "en"]);
    expect(stderr).toContain("Did you mean “build”?");
    expect(status).toBe(2);
  });

  it.each([
    [["bulid"], "Did you mean “build”?"],
    [["build", "--rot", "."], "Did you mean “--root”?"],
    [["build", "--profile", "fast"], "Allowed: full, pages."],
    [["build", "--root"], "needs a value"],
    [["build", "here"], "“here” is not expected"],
    [["build", "--root", "no/such/folder"], "no folder"],
    [["votes", "tallly"], "Did you mean “votes tally”?"],
    [["vote"], "Did you mean “votes”?"],
    [["votes", "tally", "--rot", "."], "Did you mean “--root”?"],
    [["votes", "import"], "FILE is missing"],
    [["votes", "revoke"], "--receipt R, or --sequence N"],
    [["votes", "tally", "--root", "test/fixtures/base"], "There are no votes yet"],
    [["serve", "--port", "99999"], "--port"],
    [["serve", "--root", "test/fixtures/base"], "praktika build first"],
  ])("ends with 2 on wrong usage: %j", async (args, expected) => {
    const { status, stderr } = await runPraktika([...args, "--lang", "en"]);
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(2);
  });

  it("prints one JSON object with all the contract's fields", async () => {
    const root = temporaryRoot("base", "diagnostics/front-matter/impossible-date");
    const report = JSON.parse(
      (await runPraktika(["check", "--root", root, "--format", "json", "--lang", "en"])).stdout,
    );
    expect(Object.keys(report)).toEqual(["diagnostics", "written", "unchanged", "removed", "seconds"]);
    expect(report.diagnostics).toEqual([
      {
        code: "front-matter/impossible-date",
        severity: "error",
        message: "There is no day 2016-02-30 in the calendar.",
        hint: "The last day of that month is 2016-02-29.",
        file: "content/practices/2016/pokrivi.bg.md",
        line: 4,
        column: 7,
      },
    ]);
  });

  it("annotates a pull request on GitHub", async () => {
    const root = temporaryRoot("base", "diagnostics/front-matter/impossible-date");
    const { stdout } = await runPraktika(["check", "--root", root, "--format", "github", "--lang", "en"]);
    expect(stdout).toMatch(
      /^::error file=[^,]*pokrivi\.bg\.md,line=4,col=7,endColumn=17,title=front-matter\/impossible-date::There is no day/,
    );
  });

  it("speaks the language of --lang, else of the site's editors, else of the system", async () => {
    const root = temporaryRoot("base", "diagnostics/front-matter/impossible-date");
    const said = async (args: string[], environment = {}) =>
      (await runPraktika(["check", "--root", root, ...args], environment)).stdout;
    expect(await said(["--lang", "en"], { LANG: "bg_BG.UTF-8" })).toContain("error");
    expect(await said([], { LC_ALL: "bg_BG.UTF-8" })).toContain("грешка");
    expect(await said([], { LC_ALL: "en_GB.UTF-8" })).toContain("error");
  });

  it("lists the commands of a group, as an answer or as a reminder", async () => {
    const asked = await runPraktika(["votes", "--help", "--lang", "en"]);
    expect(asked.status).toBe(0);
    expect(asked.stdout).toMatch(/^ {2}votes tally {2,}Show/m);
    expect(asked.stdout).not.toContain("  build");
    const bare = await runPraktika(["votes", "--lang", "en"]);
    expect(bare.status).toBe(2);
    expect(bare.stdout).toBe(asked.stdout);
  });

  it("prints help for every command and the version", async () => {
    for (const command of [[], ["build"], ["check"], ["serve"]]) {
      const { status, stdout } = await runPraktika([...command, "--help", "--lang", "bg"]);
      expect(status).toBe(0);
      expect(stdout).toMatch(/Настройки|Команди/);
    }
    expect((await runPraktika(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
