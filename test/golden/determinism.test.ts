import { hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runProcess, temporaryRoot } from "../run-praktika.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

function fingerprintsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file): [string, string] => [relative(folder, file), hash("sha256", readFileSync(file))])
      .sort(),
  );
}

it("the demonstration site is the same to the byte in every time zone and locale", () => {
  const root = temporaryRoot();
  const environments: Record<string, string>[] = [
    { TZ: "UTC", LANG: "C" },
    { TZ: "America/Los_Angeles", LANG: "bg_BG.UTF-8", LC_ALL: "bg_BG.UTF-8" },
    { TZ: "Asia/Tokyo", LANG: "ja_JP.UTF-8", LC_ALL: "ja_JP.UTF-8" },
  ];
  const [first, ...others] = environments.map((environment) => {
    const out = join(root, String(environment.TZ).replace("/", "-"));
    const { status, stderr } = runProcess(["build", "--root", project, "--out", out], environment);
    expect(status, stderr).toBe(0);
    return fingerprintsOf(out);
  });
  for (const other of others) expect(other).toEqual(first);
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
