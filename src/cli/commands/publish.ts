import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { resolveFolders } from "../../site/folders.ts";
import { outputPlaceOf } from "../../site/writer/manifest.ts";
import { UsageError, type Values } from "../arguments.ts";
import { formatForLftp, formatForPeople, formatForRsync } from "../publish/format-changes.ts";
import {
  compareFiles,
  notePublication,
  type PublicationChanges,
  readPublication,
  readSiteFiles,
  type SiteFiles,
} from "../publish/published.ts";
import type { Terminal } from "../terminal.ts";
import { formatTime } from "../votes/format.ts";

/**
 * `praktika publish`: what of the built site is not on its host yet, for hosts that take files and build nothing. Only `--done` notes
 * what is there, so that an upload that was cut off is listed again.
 */
export function runPublish(values: Values, terminal: Terminal): number {
  const { cli, language } = terminal.locale;
  const texts = cli.publish;
  const { out, published } = outputPlaceOf(
    resolveFolders(String(values.root ?? "."), { ...(typeof values.out === "string" && { out: values.out }) }),
  );
  if (!existsSync(join(out, "index.html"))) throw new UsageError(cli.nothingToServe(out));
  const files = readSiteFiles(out);
  if (values.done) {
    notePublication(published, files, new Date());
    terminal.error(`${texts.noted(files.size)}\n`);
    return 0;
  }
  const { time, files: before } = readPublication(published);
  const changes = compareFiles(before, files);
  if (typeof values.copy === "string") {
    if (existsSync(values.copy) && readdirSync(values.copy).length > 0)
      throw new UsageError(texts.notEmpty(values.copy));
    copyFiles(changes, out, values.copy);
  }
  if (values.list) terminal.out(formatList(values.format, changes, { out, files }));
  const { length: written } = changes.written;
  const { length: deleted } = changes.deleted;
  const isSame = written + deleted === 0;
  terminal.error(`${time === undefined ? texts.never : texts.since(formatTime(time, language))}\n`);
  terminal.error(`${isSame ? texts.unchanged : texts.changed({ written, deleted })}\n`);
  if (!isSame) terminal.error(`${values.list || values.copy ? texts.afterwards : texts.hint}\n`);
  return 0;
}

function formatList(
  format: Values["format"],
  changes: PublicationChanges,
  { out, files }: { readonly out: string; readonly files: SiteFiles },
): string {
  if (format === "lftp") return formatForLftp(changes, out, files);
  return format === "rsync" ? formatForRsync(changes) : formatForPeople(changes);
}

/** For programs in which files are dragged to the host. */
function copyFiles({ written }: PublicationChanges, out: string, target: string): void {
  for (const path of written) cpSync(join(out, path), join(target, path), { preserveTimestamps: true });
}
