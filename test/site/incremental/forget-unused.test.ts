import { readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { forgetUnused } from "../../../src/site/incremental/forget-unused.ts";
import { temporaryRoot } from "../../run-praktika.ts";

const hour = 60 * 60;

it("what was not used for a day goes, and what is used now stays for another", () => {
  const folder = temporaryRoot();
  const now = Date.now() / 1000;
  const ages = { used: 100 * 24, recent: 23, old: 25, older: 6 * 24 };
  for (const [name, hours] of Object.entries(ages)) {
    writeFileSync(join(folder, name), name);
    utimesSync(join(folder, name), now - hours * hour, now - hours * hour);
  }
  forgetUnused(folder, new Set([join(folder, "used")]));
  expect(readdirSync(folder).sort()).toEqual(["recent", "used"]);
  expect(statSync(join(folder, "used")).mtimeMs / 1000).toBeGreaterThan(now - hour);
});

it("a folder that is not there has nothing to forget", () => {
  expect(() => forgetUnused(join(temporaryRoot(), "none"), new Set())).not.toThrow();
});
