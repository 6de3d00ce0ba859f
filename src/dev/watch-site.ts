import { basename, join } from "node:path";
import { watch } from "chokidar";
import type { Folders } from "../site/folders.ts";

/** Changes this close together are taken as one; milliseconds. */
const pause = 15;
/** During a long series of changes, as in a checkout, something is shown at least this often; milliseconds. */
const longestPause = 300;

export interface Watching {
  /** Resolves when all folders are being watched. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Watches everything that a site is made of. It watches from the root down, so that a folder that is deleted and comes back is
 * seen, and files that an editor replaces by renaming are as good as written ones.
 *
 * @param changed gets absolute paths of files that were written, came or went, many at once after a checkout
 * @param failed is told when the system cannot watch so many files; pages that are asked for are shown as they are all the same
 */
export function watchSite(
  { root, content, templates }: Folders,
  changed: (paths: readonly string[]) => void,
  failed: (reason: string) => void,
): Watching {
  const folders = [content.folder, ...templates];
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
    // A folder that goes takes its files along, each of which is told of as well.
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(deliver, Date.now() - first > longestPause ? 0 : pause);
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

/** What editors write beside a file while they save it. */
function isPassing(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || /\.(sw[a-z]|tmp|bak|part)$/i.test(name) || name === "4913";
}
