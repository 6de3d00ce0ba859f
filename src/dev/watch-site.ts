import { existsSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { watch } from "chokidar";
import { isLeftover, isSystemFile } from "../core/passing-files.ts";
import type { Folders } from "../site/folders.ts";

/** Changes within this time are delivered together. */
const debounceMs = 15;
/** During a long series of changes, as in a checkout, changes are delivered at least this often. */
const maxDelayMs = 300;

export interface Watching {
  /** Resolves when all folders are being watched. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Watches the content, the templates and their parent folders up to the root: so it also notices a folder that is deleted
 * and created again, and files that an editor replaces by renaming.
 *
 * @param changed gets the absolute paths of written, new and deleted files
 * @param failed is called if the system cannot watch so many files; requested pages are up to date all the same
 */
export function watchSite(
  { root, content, templates }: Folders,
  changed: (paths: readonly string[]) => void,
  failed: (reason: string) => void,
): Watching {
  // A content folder may be a link to another place; what is told of that place is said of the folder.
  const links = [content.folder, ...templates].flatMap((folder) => {
    const real = existsSync(folder) ? realpathSync(folder) : folder;
    return real === folder || real.startsWith(join(folder, "/")) ? [] : [{ folder, real }];
  });
  const asGiven = (path: string): string => {
    const link = links.find(({ real }) => path === real || path.startsWith(join(real, "/")));
    return link ? link.folder + path.slice(link.real.length) : path;
  };
  const folders = [content.folder, ...templates, ...links.map(({ real }) => real)];
  const isWatched = (path: string): boolean =>
    folders.some(
      (folder) => path === folder || path.startsWith(join(folder, "/")) || folder.startsWith(join(path, "/")),
    );
  const watcher = watch([root, ...folders.filter((folder) => !folder.startsWith(join(root, "/")))], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path: string) => !isWatched(path) || isPassing(basename(path)),
  });
  const waiting = new Set<string>();
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  const deliver = (): void => {
    const paths = [...waiting];
    waiting.clear();
    changed(paths);
  };
  watcher.on("all", (event, path) => {
    if (event === "addDir") return;
    if (waiting.size === 0) first = Date.now();
    // For a deleted folder there is an event for each of its files as well.
    waiting.add(asGiven(path));
    clearTimeout(timer);
    timer = setTimeout(deliver, Date.now() - first > maxDelayMs ? 0 : debounceMs);
  });
  watcher.on("error", (error) => failed((error as NodeJS.ErrnoException).code ?? String(error)));
  return {
    ready: new Promise((resolve) => watcher.once("ready", resolve)),
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** Files of the system, and what editors write for a moment while they save. */
export function isPassing(name: string): boolean {
  return isSystemFile(name) || isLeftover(name);
}
