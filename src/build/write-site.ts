import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outputPath, permalinks } from "../archive/permalinks.ts";
import type { Finding } from "../diagnostics/finding.ts";
import { hasErrors } from "../diagnostics/severity.ts";
import { renderRoute } from "../outputs/outputs.ts";
import type { RenderContext } from "../render/context.ts";
import { TemplateFault } from "../render/template-fault.ts";
import type { Folders } from "./folders.ts";
import type { Assets } from "./load-assets.ts";
import { manifestPath, readManifest, writeManifest } from "./manifest-file.ts";
import { OutputWriter, type WriteCounts } from "./output-writer.ts";
import { readPublishedSheet } from "./sheet-index.ts";

/** At this many template faults rendering stops: the same mistake would be found on every page. */
const enoughFaults = 10;

export interface WriteOptions {
  readonly folders: Folders;
  readonly progress: (stage: "render", done: number, total: number) => void;
}

/** Renders every route and writes what has changed, or nothing at all if something is wrong. */
export function writeSite(
  context: RenderContext,
  assets: Assets,
  { folders, progress }: WriteOptions,
  write: boolean,
): { counts: WriteCounts; findings: readonly Finding[] } {
  const path = manifestPath(folders.state, folders.out);
  const writer = write ? new OutputWriter(folders.out, readManifest(path, folders.out)) : undefined;
  const faults: Finding[] = [];
  const unwritten = { written: 0, unchanged: 0, removed: 0 };
  try {
    for (const [index, route] of context.routes.entries()) {
      try {
        const artifact = renderRoute(route, context);
        writer?.add(artifact);
      } catch (error) {
        if (!(error instanceof TemplateFault)) throw error;
        faults.push(error.finding);
        if (faults.length >= enoughFaults) break;
      }
      progress("render", index + 1, context.routes.length);
    }
    for (const artifact of assets.artifacts) writer?.add(artifact);
    for (const { path: media } of context.archive.media.values()) {
      writer?.add({
        path: outputPath(permalinks.media(media)),
        content: readFileSync(join(folders.content.folder, media)),
      });
    }
    for (const permalink of context.sheetPdfs.keys())
      writer?.add({ path: outputPath(permalink), content: readPublishedSheet(folders, permalink) });
    const findings = [...faults, ...(writer?.findings ?? [])];
    if (!writer || hasErrors(findings)) {
      writer?.abandon();
      return { counts: unwritten, findings };
    }
    const { counts, manifest } = writer.commit();
    writeManifest(path, folders.out, manifest);
    return { counts, findings };
  } catch (error) {
    writer?.abandon();
    throw error;
  }
}
