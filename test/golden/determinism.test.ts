import { hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runProcess, temporaryRoot } from "../run-praktika.ts";
import { demonstrationSite } from "../setup/shared.ts";
import { isSoak } from "../setup/soak.ts";

const content = fileURLToPath(new URL("../../content", import.meta.url));

function fingerprintsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file): [string, string] => [relative(folder, file), hash("sha256", readFileSync(file))])
      .sort(),
  );
}

it("the demonstration site is the same to the byte in every time zone and locale", async () => {
  // Built in UTC and the locale C: see test/setup/shared-services.ts.
  const first = fingerprintsOf(await demonstrationSite("pretty"));
  const far: Record<string, string> = { TZ: "America/Los_Angeles", LANG: "bg_BG.UTF-8", LC_ALL: "bg_BG.UTF-8" };
  const environments = isSoak ? [far, { TZ: "Asia/Tokyo", LANG: "ja_JP.UTF-8", LC_ALL: "ja_JP.UTF-8" }] : [far];
  for (const environment of environments) {
    const root = temporaryRoot();
    const out = join(root, "dist");
    const args = ["build", "--root", root, "--content", content, "--out", out];
    const { status, stderr } = runProcess(args, environment);
    expect(status, stderr).toBe(0);
    expect(fingerprintsOf(out)).toEqual(first);
  }
});

it("a second build rewrites nothing, with or without the memory of the first", () => {
  const root = temporaryRoot("small-site");
  const build = () => JSON.parse(runProcess(["build", "--root", root, "--format", "json"]).stdout);
  const first = build();
  expect(first.written).toBeGreaterThan(40);
  const times = () =>
    readdirSync(join(root, "dist"), { recursive: true }).map(
      (name) => statSync(join(root, "dist", String(name))).mtimeMs,
    );
  const before = times();
  expect(build()).toMatchObject({ written: 0, unchanged: first.written, removed: 0 });
  expect(times()).toEqual(before);
});
