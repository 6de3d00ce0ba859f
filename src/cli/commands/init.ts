import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { composeEditorSettings } from "../../cms/editor-settings.ts";
import { listContent } from "../../read/read-content.ts";
import { resolveFolders } from "../../site/folders.ts";
import { loadVocabulary } from "../../site/load/load-vocabulary.ts";
import { makeFolder } from "../../state/make-folder.ts";
import type { Values } from "../arguments.ts";
import { askForArchive } from "../init/ask-for-archive.ts";
import { composeArchive, composeFirstPractice, type NewArchive, type StarterFile } from "../init/compose-archive.ts";
import { composeHosting } from "../init/compose-hosting.ts";
import { composeManifest, findOwnSpec, readManifest } from "../init/compose-manifest.ts";
import type { Terminal } from "../terminal.ts";

/** `praktika init [FOLDER]`: begins an archive. Adds what is missing to one that is there and changes nothing else. */
export async function runInit(values: Values, [given = "."]: readonly string[], terminal: Terminal): Promise<number> {
  const folder = resolve(given);
  const texts = terminal.locale.cli.init;
  const archive = await askForArchive(values, folder, terminal);
  const written = [
    ...putFiles(folder, composeArchive(archive)),
    ...putFiles(folder, firstPractice(folder, archive)),
    ...putFiles(folder, composeHosting(archive)),
    ...putManifest(folder, archive.name),
    ...putEditorSettings(folder),
  ];
  for (const path of written) terminal.out(`${relative(process.cwd(), join(folder, path))}\n`);
  if (written.length === 0) {
    terminal.error(`${texts.nothingMissing(folder)}\n`);
    return 0;
  }
  const way = relative(process.cwd(), folder);
  const isInstalled = existsSync(join(folder, "node_modules/praktika"));
  const next = [...(way === "" ? [] : [`cd "${way}"`]), ...(isInstalled ? [] : ["npm install"]), "npm start"];
  terminal.error(`${texts.done(next)}\n`);
  return 0;
}

/** An archive that has practices needs no example. */
function firstPractice(folder: string, archive: NewArchive): readonly StarterFile[] {
  const { content } = resolveFolders(folder, {});
  return listContent(content).value.practices.length > 0 ? [] : composeFirstPractice(archive);
}

/** Writes the files that are not there. Returns their paths. */
function putFiles(folder: string, files: readonly StarterFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const file = join(folder, path);
    if (existsSync(file)) return [];
    makeFolder(dirname(file));
    writeFileSync(file, text, { flag: "wx" });
    return [path];
  });
}

function putManifest(folder: string, name: string): readonly string[] {
  const file = join(folder, "package.json");
  const text = composeManifest(readManifest(folder), name, findOwnSpec(folder));
  if (existsSync(file) && readFileSync(file, "utf8") === text) return [];
  writeFileSync(file, text);
  return ["package.json"];
}

/** What VS Code needs; made from the settings that have just been written. */
function putEditorSettings(folder: string): readonly string[] {
  const { content } = resolveFolders(folder, {});
  const vocabulary = loadVocabulary(content, listContent(content).value).value;
  return putFiles(folder, composeEditorSettings(vocabulary));
}
