import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DiagnosticCode, severities } from "../../src/core/diagnostics/catalogue.ts";
import { formatPretty } from "../../src/core/diagnostics/printers.ts";
import { locales } from "../../src/locales/locales.ts";
import { checkPrint } from "../../src/print/check/check-print.ts";
import { build } from "../../src/site/build.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { fixture, temporaryRoot } from "../run-praktika.ts";
import { expectGolden } from "./expect-golden.ts";

/** A browser that fails three times is not to be had from a fixture: test/print/sheets/print-queue.test.ts makes one. */
const codes = (Object.keys(severities) as DiagnosticCode[]).filter(
  (code) => code.startsWith("print/") && code !== "print/failed",
);

/** The fixture `print` has sheets of its own, so that the reports do not depend on how Praktika's sheets look. */
async function reportOn(root: string) {
  return build({
    folders: resolveFolders(root, {}),
    profile: "full",
    linkStyle: "pretty",
    withDrafts: false,
    write: false,
    progress: () => {},
    inspect: (site) => checkPrint(site, { paper: undefined, tabs: 1, progress: () => {} }),
  });
}

it("there is nothing to find on a sheet without fault", async () => {
  const { diagnostics } = await reportOn(temporaryRoot("base", "print"));
  expect(diagnostics).toEqual([]);
});

describe.each(codes)("%s", (code) => {
  const folder = fixture(`diagnostics/${code}`);

  it("is reported with place and mend, in Bulgarian and English", async () => {
    expect(existsSync(folder)).toBe(true);
    const root = temporaryRoot("base", "print", `diagnostics/${code}`);
    for (const language of ["bg", "en"]) rmSync(join(root, `report.${language}.txt`), { force: true });
    const { diagnostics, sourceOf } = await reportOn(root);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    for (const language of ["bg", "en"] as const) {
      const reports = diagnostics.map(
        (found) => `${formatPretty(found, locales[language], { source: sourceOf(found.file), colour: false })}\n\n`,
      );
      expectGolden(reports.join(""), join(folder, `report.${language}.txt`));
    }
  });
});
