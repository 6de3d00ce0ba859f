import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DiagnosticCode, severities } from "../../src/core/diagnostics/catalogue.ts";
import { severityOf } from "../../src/core/diagnostics/severity.ts";
import { fixture, runPraktika, temporaryRoot } from "../run-praktika.ts";
import { expectGolden } from "./expect-golden.ts";

/** Doubts are about saved pages, which lie in the fixture's folder `pages`. */
const codes = (Object.keys(severities) as DiagnosticCode[]).filter((code) => code.startsWith("import/"));

/** What only a second import can find. */
const isUpdate = /updated|both-changed|no-record/;

/** Imports the folder `before` of a fixture, and puts its folder `edited` over the content, as an editor would. */
async function importBefore(root: string): Promise<void> {
  if (!existsSync(join(root, "before"))) return;
  await runPraktika(["import", join(root, "before"), "--root", root]);
  if (existsSync(join(root, "edited"))) cpSync(join(root, "edited"), join(root, "content"), { recursive: true });
}

describe.each(codes)("%s", (code) => {
  const folder = fixture(`diagnostics/${code}`);

  it("is reported with place, wrong text and fix, in Bulgarian and English", async () => {
    expect(existsSync(folder)).toBe(true);
    for (const language of ["bg", "en"]) {
      const root = temporaryRoot("base", `diagnostics/${code}`);
      await importBefore(root);
      const options = isUpdate.test(code) ? ["--update"] : [];
      const { stderr, status } = await runPraktika([
        "import",
        join(root, "pages"),
        ...["--root", root, "--lang", language],
        ...options,
      ]);
      expect(stderr).toContain(code);
      expect(status).toBe(severityOf({ code }) === "error" ? 1 : 0);
      // The folder is another one every time.
      expectGolden(stderr.replaceAll(/\S*\/(pages|\.praktika)\//g, "$1/"), join(folder, `report.${language}.txt`));
    }
  });
});
