import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { describeRefusal } from "../../src/cli/describe-refusal.ts";
import { locales } from "../../src/locales/locales.ts";
import { hasOrdinaryUser, runOrdinarily, runPraktika, temporaryRoot } from "../run-praktika.ts";

/** Takes the right to write away until the test has ended. */
function protect(path: string): void {
  chmodSync(path, 0o555);
  onTestFinished(() => chmodSync(path, 0o755));
}

describe("what the machine refuses", () => {
  it("is a sentence with the path and a fix in both languages, whatever it is", () => {
    const codes = ["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "ENOTDIR", "EISDIR", "EMFILE", "ENFILE", "EBUSY"];
    for (const code of codes) {
      for (const locale of Object.values(locales)) {
        const said = describeRefusal(Object.assign(new Error(), { code, path: "dist/bg" }), locale) ?? "";
        expect(said.split("\n")[0]).toContain("dist/bg");
        expect(said).toMatch(/\.$/);
        expect(describeRefusal(Object.assign(new Error("no path"), { code }), locale)).not.toContain("undefined");
      }
    }
    expect(describeRefusal(new Error("another"), locales.en)).toBeUndefined();
  });

  it("names what a file could not become, not the name under which it was written", () => {
    const error = Object.assign(new Error(), { code: "EISDIR", path: "words.json.1.part", dest: "words.json" });
    expect(describeRefusal(error, locales.en)).toMatch(/^words\.json:/);
  });

  it("is no folder where one is needed: --root names a file", async () => {
    const root = temporaryRoot("small-site");
    for (const command of ["build", "check", "pdf", "dev"]) {
      const run = await runPraktika([command, "--root", join(root, "content/site.yaml"), "--lang", "en"]);
      expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("There is no folder")]);
    }
  });
});

describe.runIf(hasOrdinaryUser)("for an account without rights", () => {
  it("an archive that cannot be written is built elsewhere without its cache, and left as it is", () => {
    const root = temporaryRoot("small-site");
    const out = temporaryRoot();
    // The folder of the test run belongs to whoever runs the tests.
    for (const folder of [out, tmpdir()]) chmodSync(folder, 0o777);
    expect(runOrdinarily(root, ["check"]).status).toBe(0);
    protect(root);
    const built = runOrdinarily(root, ["build", "--out", out]);
    expect(built).toMatchObject({ status: 0, stderr: expect.stringContaining("written") });
    expect(existsSync(join(out, "index.html"))).toBe(true);
    expect(existsSync(join(root, ".praktika"))).toBe(false);
    const refused = runOrdinarily(root, ["build"]);
    expect([refused.status, refused.stdout + refused.stderr]).toEqual([
      1,
      expect.stringMatching(/cannot be written: permission denied[\s\S]*chown/),
    ]);
    expect(runOrdinarily(root, ["schema"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("permission denied"),
    });
  });

  it("a folder of the site that cannot be written keeps all of the last site", () => {
    const root = temporaryRoot("small-site");
    expect(runOrdinarily(root, ["build"]).status).toBe(0);
    const [page, list] = ["dist/bg/practices/edno-gishe/index.html", "dist/bg/practices/index.html"];
    const before = [page, list].map((path) => readFileSync(join(root, path), "utf8"));
    protect(join(root, "dist/bg/practices/edno-gishe"));
    const source = join(root, "content/practices/2004/edno-gishe.bg.md");
    writeFileSync(source, readFileSync(source, "utf8").replace(/^title: .*/m, "title: Сменено заглавие"));
    const { status, stdout } = runOrdinarily(root, ["build"]);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/edno-gishe[\s\S]*output\/unwritable/)]);
    expect([page, list].map((path) => readFileSync(join(root, path), "utf8"))).toEqual(before);
  });

  it("a practice cannot be begun where nothing can be written", () => {
    const root = temporaryRoot("small-site");
    mkdirSync(join(root, "content/practices"), { recursive: true });
    protect(join(root, "content/practices"));
    const run = runOrdinarily(root, ["new", "Чешма", "--innovator", "Община Елена", "--date", "1999-01-02"]);
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining("permission denied")]);
  });
});
