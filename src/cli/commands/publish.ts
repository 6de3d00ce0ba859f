import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { PublishTexts } from "../../locales/types/publish.ts";
import { resolveFolders } from "../../site/folders.ts";
import { outputPlaceOf } from "../../site/writer/manifest.ts";
import { UsageError, type Values } from "../arguments.ts";
import { formatForLftp, formatForPeople, formatForRsync } from "../publish/format-changes.ts";
import {
  compareFiles,
  type PublicationChanges,
  readPublication,
  readSiteFiles,
  type SiteFiles,
  writePublication,
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
  const publication = readPublication(published);
  if (values.done) {
    // In a pipe the note would be written before anything is uploaded.
    for (const other of ["list", "copy"] as const)
      if (values[other]) throw new UsageError(cli.notTogether("--done", `--${other}`));
    const uploaded = publication.listed ?? files;
    writePublication(published, { time: new Date().toISOString(), files: uploaded, listed: undefined });
    terminal.error(`${texts.noted(uploaded.size)}\n`);
    return 0;
  }
  const changes = compareFiles(publication.files, files);
  if (typeof values.copy === "string") copyFiles(changes, out, { target: values.copy, texts });
  if (values.list) terminal.out(formatList(values.format, changes, { out, files }));
  if (values.list || values.copy) writePublication(published, { ...publication, listed: files });
  const { length: written } = changes.written;
  const { length: deleted } = changes.deleted;
  const isSame = written + deleted === 0;
  const { time } = publication;
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
function copyFiles(
  { written }: PublicationChanges,
  out: string,
  { target, texts }: { readonly target: string; readonly texts: PublishTexts },
): void {
  if (existsSync(target) && readdirSync(target).length > 0) throw new UsageError(texts.notEmpty(target));
  for (const path of written) cpSync(join(out, path), join(target, path), { preserveTimestamps: true });
}
