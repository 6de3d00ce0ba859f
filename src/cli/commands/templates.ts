import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { composeCopy, listReplaceable, type ReplaceableFile } from "../../site/assets/replaced-templates.ts";
import { type Folders, resolveFolders } from "../../site/folders.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import { printChanges } from "../print-changes.ts";
import type { Terminal } from "../terminal.ts";

type TemplatesCommand = "templates list" | "templates copy" | "templates diff";

/** `praktika templates`: what a site may replace, its own copy of it, and how the copy differs from the original. Returns the exit code. */
export function runTemplates(
  command: TemplatesCommand,
  { values, names }: { readonly values: Values; readonly names: readonly string[] },
  terminal: Terminal,
): number {
  const folders = resolveFolders(String(values.root ?? "."), {});
  const files = listReplaceable(folders);
  if (command === "templates list") listFiles(files, terminal);
  else {
    const chosen = names.map((name) => findFile(name, files, terminal));
    if (command === "templates copy") for (const file of chosen) copyFile(file, folders, terminal);
    else showDifferences(chosen.length > 0 ? chosen : files, terminal);
  }
  return 0;
}

function listFiles(files: readonly ReplaceableFile[], { out, locale }: Terminal): void {
  const { replaced, outdated } = locale.cli.templates;
  for (const { name, version, own } of files) {
    const isOutdated = own?.version !== undefined && own.version !== version;
    out(`${version}  ${name}${own ? `  ${isOutdated ? outdated : replaced}` : ""}\n`);
  }
}

/** By its name, with or without templates/ before it. Throws `UsageError`. */
function findFile(name: string, files: readonly ReplaceableFile[], { locale }: Terminal): ReplaceableFile {
  const plain = name.replaceAll("\\", "/").replace(/^(?:\.?\/)?templates\//, "");
  const file = files.find((known) => known.name === plain);
  if (file) return file;
  const nearest = nearestName(
    plain,
    files.map((known) => known.name),
  );
  throw new UsageError(locale.cli.templates.unknown(name, nearest));
}

/** Throws `Failure` if the site has a file of that name. */
function copyFile(file: ReplaceableFile, { root }: Folders, { out, locale }: Terminal): void {
  const target = join(root, "templates", file.name);
  if (file.own) throw new Failure(locale.cli.new.exists(relative(process.cwd(), target)));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, composeCopy(file), { flag: "wx" });
  out(`${relative(process.cwd(), target)}\n`);
}

function showDifferences(files: readonly ReplaceableFile[], terminal: Terminal): void {
  const replaced = files.filter(({ own }) => own);
  if (replaced.length === 0) terminal.error(`${terminal.locale.cli.templates.noneReplaced}\n`);
  for (const { name, original, own } of replaced) {
    const path = `templates/${name}`;
    printChanges({ path, newPath: path, before: original, after: own?.text ?? "" }, terminal);
  }
}
