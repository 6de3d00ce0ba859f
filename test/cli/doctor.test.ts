import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { remarksOn } from "../../src/cli/doctor/look-at-disk.ts";
import { lookAtPackage } from "../../src/cli/doctor/look-at-package.ts";
import { locales } from "../../src/locales/locales.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { createTestEndpoint } from "../nomination/test-endpoint.ts";
import { hasOrdinaryUser, runOrdinarily, runPraktika, temporaryRoot } from "../run-praktika.ts";

function archive(...settings: readonly string[]): string {
  const root = temporaryRoot("small-site");
  const file = join(root, "content/site.yaml");
  writeFileSync(file, [readFileSync(file, "utf8"), ...settings, ""].join("\n"));
  return root;
}

function git(root: string, ...args: readonly string[]): void {
  const person = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.excludesFile="];
  expect(spawnSync("git", [...person, ...args], { cwd: root, encoding: "utf8" })).toMatchObject({ status: 0 });
}

const run = async (root: string, lang = "en") => {
  const { status, stdout } = await runPraktika(["doctor", "--root", root, "--lang", lang]);
  return { status, lines: stdout.trimEnd().split("\n") };
};

describe("praktika doctor", () => {
  it("has one line for each thing it looks at, in both languages, and leaves nothing behind", async () => {
    const root = archive("nominations: none");
    git(root, "init", "--quiet");
    git(root, "add", ".");
    const { status, lines } = await run(root);
    expect(lines).toEqual([
      expect.stringMatching(`^✓ Praktika \\d.*, Node ${process.versions.node}, `),
      expect.stringMatching(/^✓ The archive is in .*; texts of practices: \d+\.$/),
      "✓ Everything in the archive can be read, and its folders can be written.",
      expect.stringMatching(/^✓ There is enough space on the disk: .*\d/),
      "✓ The system reports changed files, so that npx praktika dev shows them at once.",
      "✓ The archive is in git, and no secret of it is.",
      "✓ Printing to PDF works.",
      "✓ Scaling photographs works.",
      "– The archive takes no nominations, so there is no endpoint to ask.",
      "All is well.",
    ]);
    expect(status).toBe(0);
    expect(
      spawnSync("git", ["status", "--short", "--untracked-files"], { cwd: root, encoding: "utf8" }).stdout,
    ).toMatch(/^(A {2}content\/.*\n)+$/);
    const bulgarian = await run(root, "bg");
    expect(bulgarian.lines.map((line) => line[0])).toEqual(lines.map((line) => (line[0] === "A" ? "В" : line[0])));
    expect(bulgarian.lines.slice(1).join("\n")).not.toMatch(/\b(The|is|works)\b/);
  });

  it("finds what a host that builds the site could not install", () => {
    const root = temporaryRoot();
    writeFileSync(join(root, "netlify.toml"), "");
    const remarks = (spec: string) => {
      writeFileSync(join(root, "package.json"), JSON.stringify({ dependencies: { praktika: spec } }));
      return lookAtPackage({ folders: resolveFolders(root, {}), locale: locales.en }).map(({ text }) => text);
    };
    expect(remarks("file:../praktika-1.0.0.tgz")).toEqual([expect.stringContaining("from ../praktika-1.0.0.tgz,")]);
    expect(remarks("file:praktika-1.0.0.tgz")).toEqual([expect.stringContaining("no package-lock.json")]);
    writeFileSync(join(root, "package-lock.json"), "{}");
    expect(remarks("file:praktika-1.0.0.tgz")).toEqual([]);
    expect(remarks("^1.0.0")).toEqual([]);
  });

  it("finds a secret that is in git, and says how it comes out", async () => {
    const root = archive("nominations: none");
    mkdirSync(join(root, ".praktika"));
    writeFileSync(join(root, ".praktika/secret"), "x");
    writeFileSync(join(root, ".env"), "x");
    writeFileSync(join(root, ".env.example"), "x");
    git(root, "init", "--quiet");
    git(root, "add", "--force", ".");
    const { status, lines } = await run(root);
    expect(lines).toContainEqual(
      expect.stringMatching(/^✗ A secret or votes are in git: \.env, \.praktika\/secret\. .* git rm --cached/),
    );
    expect([status, lines.at(-1)]).toEqual([1, "Not all is well: see ✗."]);
  });

  it("asks the endpoint that pages ask, and says when it is not there", async () => {
    const endpoint = await createTestEndpoint();
    endpoint.advance(Date.now() - Date.UTC(2026, 10, 24, 12));
    const server = serve({ fetch: (request) => endpoint.app.fetch(request), port: 0, hostname: "127.0.0.1" });
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const root = archive(`nominations: {endpoint: "${address}"}`);
    const there = await run(root);
    expect(there).toMatchObject({ status: 0 });
    expect(there.lines.at(-2)).toBe(
      `✓ The nomination endpoint at ${address} answers. npx praktika votes doctor ${address} tries votes.`,
    );
    const lost = await run(archive('nominations: {endpoint: "http://127.0.0.1:9"}'));
    expect(lost).toMatchObject({ status: 1 });
    expect(lost.lines.at(-2)).toMatch(/^✗ http:\/\/127\.0\.0\.1:9: The endpoint cannot be reached/);
    // Without git, which nothing needs.
    expect(lost.lines).toContainEqual(expect.stringMatching(/^– The archive is not in git\./));
  });

  it("says where there is no archive", async () => {
    const root = temporaryRoot();
    const { status, lines } = await run(root);
    expect([status, lines[1]]).toEqual([1, expect.stringMatching(/^✗ There is no archive in .*npx praktika init\.$/)]);
  });

  it.skipIf(!hasOrdinaryUser)("names what may not be read or written, and goes on", () => {
    const root = archive("nominations: none");
    const [file, folder] = [join(root, "content/practices/2004/edno-gishe.bg.md"), join(root, "content")];
    chmodSync(file, 0o000);
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    const { status, stdout } = runOrdinarily(root, ["doctor"]);
    expect(stdout).toContain("✗ content/practices/2004/edno-gishe.bg.md: permission denied. Give it to your account");
    expect(stdout).toContain("✗ content: permission denied.");
    expect(stdout).toContain("✓ Printing to PDF works.");
    expect(status).toBe(1);
  });
});

it.each([
  [0, 1],
  [1, 1],
  [5, 5],
  [6, 6],
  [20, 6],
])("of %i files that cannot be read doctor has %i lines: five are named, the others counted", (count, lines) => {
  const refusals = Array.from({ length: count }, (_, index) => `${index}.md`);
  const remarks = remarksOn(refusals, locales.en.cli.doctor);
  expect(remarks).toHaveLength(lines);
  if (count > 5) expect(JSON.stringify(remarks.at(-1))).toContain(`files: ${count - 5}.`);
});
