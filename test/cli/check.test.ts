import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

const file = "content/practices/2016/mobilno-gishe.bg.md";

describe("praktika check --fix", () => {
  it("mends what is sure, shows each line, and has nothing to do a second time", async () => {
    const root = temporaryRoot("small-site");
    const path = join(root, file);
    const good = readFileSync(path, "utf8");
    writeFileSync(path, `${good}\nОбщинският cъвет прие „плана”.\n`);
    const shown = await runPraktika(["check", "--fix", "--dry-run", "--root", root, "--lang", "bg"]);
    expect(shown.stdout).toMatch(/- Общинският cъвет прие „плана”\.\n.*\+ Общинският съвет прие „плана“\.\n/);
    expect(readFileSync(path, "utf8")).toContain("cъвет");
    expect((await runPraktika(["check", "--fix", "--root", root])).stdout).not.toContain("style/");
    expect(readFileSync(path, "utf8")).toBe(`${good}\nОбщинският съвет прие „плана“.\n`);
    expect((await runPraktika(["check", "--fix", "--root", root, "--lang", "en"])).stderr).toContain("0 files fixed.");
  });
});

it("praktika check --report lists what practices lack, the least complete first", async () => {
  const root = temporaryRoot("small-site");
  const { stdout, status } = await runPraktika(["check", "--report", "--root", root, "--lang", "en"]);
  expect(status).toBe(0);
  const done = [...stdout.matchAll(/^ *(\d+)\/12 {2}content/gm)].map(([, number]) => Number(number));
  expect(done.length).toBeGreaterThan(2);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  const { practices } = JSON.parse(
    (await runPraktika(["check", "--report", "--root", root, "--format", "json"])).stdout,
  );
  expect(practices[0].missing).toContain("cost");
});
