import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { pageScripts } from "../../../src/pages/pages.ts";
import { bundleScripts } from "../../../src/site/assets/bundle-scripts.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "praktika-scripts-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "cache");
}

interface KeptScripts {
  readonly inputs: Readonly<Record<string, string>>;
  readonly scripts: readonly (readonly [string, string])[];
}

/** Changes what a cache file holds, and keeps its checksum right. */
function rewriteCache(file: string, change: (kept: KeptScripts) => KeptScripts): void {
  const [head = "", body = ""] = readFileSync(file, "utf8").split("\n");
  const content = JSON.stringify(change(JSON.parse(body)));
  writeFileSync(file, `${head.replace(/\S+$/, hash("sha1", content))}\n${content}`);
}

describe("bundleScripts", () => {
  it("gives the same bytes with a cache, without one, and on another machine's path", async () => {
    const folder = temporaryFolder();
    const fresh = await bundleScripts({ folder, readOnly: false });
    expect([...fresh.keys()].sort()).toEqual(pageScripts.map(({ name }) => `js/${name}.js`).sort());
    expect(await bundleScripts({ folder, readOnly: false })).toEqual(fresh);
    expect(await bundleScripts({ folder: temporaryFolder(), readOnly: true })).toEqual(fresh);
    for (const [name, text] of fresh) expect(text, name).not.toContain(process.cwd());
  });

  it("bundles nothing when nothing has changed, which takes a few milliseconds", async () => {
    const folder = temporaryFolder();
    await bundleScripts({ folder, readOnly: false });
    const file = join(folder, "scripts.json");
    rewriteCache(file, (kept) => ({ ...kept, scripts: [["js/nominations.js", "from the cache"]] }));
    const scripts = await bundleScripts({ folder, readOnly: false });
    expect(scripts.get("js/nominations.js")).toBe("from the cache");
  });

  it("bundles anew when any file that the bundler read has changed, whatever folder it is in", async () => {
    const folder = temporaryFolder();
    const fresh = await bundleScripts({ folder, readOnly: false });
    const file = join(folder, "scripts.json");
    for (const input of [
      "src/archive/old-address.ts",
      "src/core/protocol.ts",
      "src/core/language/stem-bulgarian.ts",
      "node_modules/stemmer/index.js",
    ]) {
      rewriteCache(file, ({ inputs }) => {
        expect(inputs).toHaveProperty([input]);
        return { inputs: { ...inputs, [input]: "of another text" }, scripts: [["js/nominations.js", "stale"]] };
      });
      expect(await bundleScripts({ folder, readOnly: false }), input).toEqual(fresh);
    }
  });

  it.each(["", "{", "null", '{"key":"of other sources","scripts":[]}'])(
    "bundles anew when the cache is %j",
    async (text) => {
      const folder = temporaryFolder();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "scripts.json"), text);
      const scripts = await bundleScripts({ folder, readOnly: false });
      expect(scripts.get("js/nominations.js")).toContain("api/tally");
      expect(readdirSync(folder)).toEqual(["scripts.json"]);
      expect(readFileSync(join(folder, "scripts.json"), "utf8")).toContain("api/tally");
    },
  );

  it("leaves no trace when it may only read", async () => {
    const folder = temporaryFolder();
    await bundleScripts({ folder, readOnly: true });
    expect(() => readdirSync(folder)).toThrow("ENOENT");
  });

  it("leaves out what the page does not need: the name of the licensee stays, comments and maps go", async () => {
    const scripts = await bundleScripts({ folder: temporaryFolder(), readOnly: true });
    expect(scripts.get("js/nominate-dialog.js")).toContain("Daniel Regeci");
    for (const text of scripts.values()) expect(text).not.toMatch(/sourceMappingURL|\/\*\*/);
  });
});
