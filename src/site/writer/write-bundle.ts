import { createWriteStream, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";
import { replaceFile } from "../../state/replace-file.ts";

/** What deflating makes no smaller. */
const compressed = /\.(?:woff2|png|jpe?g|webp|avif|gif|mp3|mp4|pdf|zip|docx|xlsx|pptx|od[tsp])$/i;

/** The first moment that a ZIP can name. A bundle of the same files has the same bytes, whenever and wherever it is made. */
const noTime = new Date(1980, 0, 1);

/** A bundle to be written. */
export interface Bundle {
  /** The folder of the site. */
  readonly site: string;
  /** Of the folder in the ZIP. */
  readonly name: string;
  /** Where the file is while it is not whole; whatever stands there is overwritten. */
  readonly unfinished: string;
}

/** Writes a site into a ZIP, below one folder, so that unpacking it makes no mess. The file is there when it is whole. */
export async function writeBundle(file: string, { site, name, unfinished }: Bundle): Promise<void> {
  const zip = new yazl.ZipFile();
  const paths = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(site.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
  for (const path of paths) {
    const options = { mtime: noTime, mode: 0o100644, compress: !compressed.test(path), forceDosTimestamp: true };
    zip.addFile(join(site, path), `${name}/${path}`, options);
  }
  zip.end();
  const remove = (): void => rmSync(unfinished, { force: true });
  process.once("exit", remove);
  try {
    await pipeline(zip.outputStream, createWriteStream(unfinished));
    moveFile(unfinished, file);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** Moves a file, also to another file system. */
function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    replaceFile(to, readFileSync(from));
  }
}
