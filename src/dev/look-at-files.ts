import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Folders } from "../site/folders.ts";
import { isPassing } from "./watch-site.ts";

/** A look takes 30 ms for 10,000 files. It comes at most once a second, and takes at most this part of the time. */
const betweenMs = 1_000;
const share = 1 / 20;

export interface FileLook {
  /** Absolute paths of files that have changed since they were last looked at, or were noted; none if the last look was a moment ago. */
  findChanged(): readonly string[];
  /** The same, however short a time ago the last look was. */
  lookNow(): readonly string[];
  /** Takes files as they are now, because somebody else has told of their change. */
  note(paths: readonly string[]): void;
}

/**
 * Looks at names, sizes and times of the content and the templates: for disks that tell nobody of changes, and for what changes before
 * they are watched.
 */
export function createFileLook({ content, templates }: Pick<Folders, "content" | "templates">): FileLook {
  const folders = [content.folder, ...templates];
  let known = listFiles(folders);
  let notBefore = 0;
  const lookNow = (): readonly string[] => {
    const began = performance.now();
    const now = listFiles(folders);
    const changed = [...now].filter(([path, state]) => known.get(path) !== state).map(([path]) => path);
    const gone = [...known.keys()].filter((path) => !now.has(path));
    known = now;
    const ended = performance.now();
    notBefore = ended + Math.max(betweenMs, (ended - began) / share);
    return [...changed, ...gone];
  };
  return {
    lookNow,
    findChanged: () => (performance.now() < notBefore ? [] : lookNow()),
    note: (paths) => {
      for (const path of paths) {
        const state = stateOf(path);
        if (state === undefined) known.delete(path);
        else known.set(path, state);
      }
    },
  };
}

function listFiles(folders: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  const waiting = [...folders];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (isPassing(entry.name)) continue;
      if (entry.isDirectory()) waiting.push(path);
      else {
        const state = stateOf(path);
        if (state !== undefined) files.set(path, state);
      }
    }
  }
  return files;
}

/** A folder that is not there, or that nobody may look into, has no files to be seen. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function stateOf(path: string): string | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? `${stats.size} ${stats.mtimeMs} ${stats.ino}` : undefined;
  } catch {
    return undefined;
  }
}
