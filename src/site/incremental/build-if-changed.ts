import { hasErrors } from "../../core/diagnostics/severity.ts";
import type { BuildOptions, BuildReport } from "../build.ts";
import type { Folders } from "../folders.ts";
import { createSourceReader } from "../load/source-reader.ts";
import {
  findUnchangedBuild,
  fingerprintInputs,
  forgetBuild,
  type RememberedBuild,
  rememberBuild,
} from "./unchanged.ts";

/**
 * A build, unless everything that it would read and everything that it would write is as the last one left it: then the report
 * of that one. What renders is loaded only when there is something to do.
 */
export async function buildIfChanged(options: BuildOptions): Promise<BuildReport> {
  const { folders, target, withDrafts, withSheetPdfs = false, tally } = options;
  const began = Date.now();
  const inputs = fingerprintInputs(folders, [target.place, target.extent, withDrafts, withSheetPdfs], tally);
  const last = findUnchangedBuild(folders, inputs);
  if (last) return repeatReport(last, folders);
  forgetBuild(folders);
  const { build } = await import("../build.ts");
  const report = await build({ ...options, write: true });
  const { diagnostics, pages, practices, written, unchanged } = report;
  // What stands in a tally cannot be shown again without reading it.
  const isShownAgain = diagnostics.every(({ file }) => report.sourceOf(file) === undefined || isOurs(file, folders));
  if (inputs && isShownAgain && !hasErrors(diagnostics))
    rememberBuild(folders, { inputs, began }, { files: written + unchanged, pages, practices, diagnostics });
  return report;
}

function isOurs(file: string, { content }: Folders): boolean {
  return file.startsWith(`${content.name}/`) || file.startsWith("templates/");
}

function repeatReport({ files, pages, practices, diagnostics }: RememberedBuild, folders: Folders): BuildReport {
  return {
    written: 0,
    unchanged: files,
    removed: 0,
    rewritten: [],
    pages,
    practices,
    diagnostics,
    times: {},
    sourceOf: createSourceReader(folders, new Map(), undefined),
  };
}
