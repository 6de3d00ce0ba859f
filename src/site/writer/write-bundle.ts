import { createWriteStream, readdirSync, renameSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";

/** What deflating makes no smaller. */
const compressed = /\.(?:woff2|png|jpe?g|webp|avif|gif|mp3|mp4|pdf|zip|docx|xlsx|pptx|od[tsp])$/i;

/** The first moment that a ZIP can name. A bundle of the same files has the same bytes, whenever and wherever it is made. */
const noTime = new Date(1980, 0, 1);

/**
 * Writes a site into a ZIP, below one folder, so that unpacking it makes no mess. The file is there when it is whole.
 *
 * @param name of the folder in it
 */
export async function writeBundle(site: string, file: string, name: string): Promise<void> {
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
  const temporary = `${file}.${process.pid}`;
  try {
    await pipeline(zip.outputStream, createWriteStream(temporary));
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
