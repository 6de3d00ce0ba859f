import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DiagnosticCode, severities } from "../../src/core/diagnostics/catalogue.ts";
import { formatPretty } from "../../src/core/diagnostics/printers.ts";
import { sortDiagnostics } from "../../src/core/diagnostics/sort.ts";
import { createTarget } from "../../src/core/target.ts";
import { locales } from "../../src/locales/locales.ts";
import { planSelection, readQuery } from "../../src/print/book/plan-selection.ts";
import { pressBook } from "../../src/print/book/press-book.ts";
import { checkPrint } from "../../src/print/check/check-print.ts";
import { openPrintShop } from "../../src/print/print-shop.ts";
import { locate } from "../../src/read/locate.ts";
import { build } from "../../src/site/build.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { prepareForPrint, printSite } from "../print/prepared-site.ts";
import { fixture, temporaryRoot } from "../run-praktika.ts";
import { openBrowser } from "../setup/shared.ts";
import { expectGolden } from "./expect-golden.ts";

/** A press that is not there or fails is not to be had from a fixture: test/print/sheets/print-sheet.test.ts makes one. */
const withoutFixture: readonly DiagnosticCode[] = ["print/failed", "print/not-installed"];
const codes = (Object.keys(severities) as DiagnosticCode[]).filter(
  (code) => code.startsWith("print/") && !withoutFixture.includes(code),
);

/** Found when a sheet is printed to PDF. */
const codesOfSheets: ReadonlySet<DiagnosticCode> = new Set([
  "print/missing-letter",
  "print/picture",
  "print/wide-table",
  "print/small-letters",
]);

/** Found when a booklet is printed to PDF. */
const codesOfBooklets: ReadonlySet<DiagnosticCode> = new Set(["print/thin-page"]);

async function reportOnBooklet(root: string) {
  const { site, folders, sourceOf } = await prepareForPrint(root);
  const shop = await openPrintShop(site, { folders, processes: 1 });
  try {
    const { archive } = site.context;
    const plans = planSelection(archive, readQuery(""), { form: "booklet", title: undefined, languages: ["bg"] });
    if ("term" in plans || !plans[0]) throw new Error("nothing to print");
    const { findings } = await pressBook(plans[0], shop, { paper: "a4", isFolded: false });
    return { diagnostics: sortDiagnostics(locate(findings, sourceOf)), sourceOf };
  } finally {
    await shop.close();
  }
}

async function reportOnSheets(root: string) {
  const { sourceOf } = await prepareForPrint(root);
  const { findings } = await printSite(root);
  return { diagnostics: sortDiagnostics(locate(findings, sourceOf)), sourceOf };
}

/** The fixture `print` has sheets of its own, so that the reports do not depend on how Praktika's sheets look. */
async function reportOn(root: string) {
  return build({
    folders: resolveFolders(root, {}),
    target: createTarget("web"),
    withDrafts: false,
    write: false,
    progress: () => {},
    inspect: (site) => checkPrint(site, { paper: undefined, tabs: 1, progress: () => {}, launch: openBrowser }),
  });
}

function reportFor(code: DiagnosticCode) {
  if (codesOfBooklets.has(code)) return reportOnBooklet;
  return codesOfSheets.has(code) ? reportOnSheets : reportOn;
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
    const { diagnostics, sourceOf } = await reportFor(code)(root);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    for (const language of ["bg", "en"] as const) {
      const reports = diagnostics.map(
        (found) => `${formatPretty(found, locales[language], { source: sourceOf(found.file), colour: false })}\n\n`,
      );
      expectGolden(reports.join(""), join(folder, `report.${language}.txt`));
    }
  });
});
