import { setTimeout as wait } from "node:timers/promises";
import type { Folders } from "../site/folders.ts";
import type { Change, LiveSite } from "./live-site.ts";
import type { FileLook } from "./look-at-files.ts";
import { watchSite } from "./watch-site.ts";

/** Time between the start of the server and that of watching. */
const watchDelayMs = 400;
/** After this time without a change the archive is assembled anew. */
const reassembleDebounceMs = 400;
/** How often files are looked at where the system does not tell of changes. */
const pollMs = 1_000;

/** Files that have changed, what that came to, and how long the site took to take it in. */
export interface Taken {
  readonly paths: readonly string[];
  readonly change: Change;
  readonly milliseconds: number;
}

export interface FollowOptions {
  /** Made before the site was read, so that nothing falls between reading and watching. */
  readonly look: FileLook;
  /** True: files are looked at every second instead of being watched. */
  readonly polls: boolean;
  readonly taken: (taken: Taken) => void;
  /** The archive was assembled anew. */
  readonly reassembled: () => void;
  /** The system does not tell of changes, or not of all: from now on files are looked at. */
  readonly watchFailed: (reason: string) => void;
}

export interface Following {
  /** Resolves when files are watched. Pages are up to date even before. */
  readonly watching: Promise<void>;
  /** Takes in what nobody has told of; at most once a second it looks at the files. To be called before a page is shown. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** Keeps a site as its files are. */
export function followFiles(site: LiveSite, folders: Folders, options: FollowOptions): Following {
  const { look } = options;
  let reassembling: NodeJS.Timeout | undefined;
  let polling: NodeJS.Timeout | undefined;
  let updating: Promise<void> = Promise.resolve();
  const take = async (paths: readonly string[]): Promise<void> => {
    const began = performance.now();
    const change = await site.update(paths);
    if (change !== "nothing") options.taken({ paths, change, milliseconds: performance.now() - began });
    clearTimeout(reassembling);
    reassembling = setTimeout(() => {
      if (site.reassembleIfNeeded()) options.reassembled();
    }, reassembleDebounceMs);
  };
  const update = (paths: readonly string[]): Promise<void> => {
    if (paths.length === 0) return updating;
    // A file may disappear while it is read; the next change reads it again.
    updating = updating.then(() => take(paths)).catch((error: Error) => options.watchFailed(error.message));
    return updating;
  };
  const poll = (): void => {
    polling ??= setInterval(() => void update(look.findChanged()), pollMs);
  };
  const onChanges = (paths: readonly string[]): void => {
    look.note(paths);
    void update(paths);
  };
  // Ten thousand files take a second to watch: answer the first request before.
  const watching = wait(watchDelayMs).then(async () => {
    if (options.polls) {
      poll();
      return undefined;
    }
    const watcher = watchSite(folders, onChanges, (reason) => {
      options.watchFailed(reason);
      poll();
    });
    await watcher.ready;
    await update(look.lookNow());
    return watcher;
  });
  return {
    watching: watching.then(() => undefined),
    catchUp: () => update(look.findChanged()),
    async close() {
      clearTimeout(reassembling);
      await (await watching)?.close();
      clearInterval(polling);
      await updating;
    },
  };
}
