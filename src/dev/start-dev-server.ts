import type { Permalink } from "../core/model/ids.ts";
import type { Folders } from "../site/folders.ts";
import type { Progress } from "../site/load/load-archive.ts";
import { createDevApp } from "./dev-app.ts";
import { followFiles, type Taken } from "./follow-files.ts";
import { listenAt, loopback } from "./listen-at.ts";
import { LiveSite } from "./live-site.ts";
import { createFileLook } from "./look-at-files.ts";
import { openInEditor } from "./open-in-editor.ts";
import { createSheetPrinter } from "./sheet-printer.ts";

export interface DevServerOptions {
  readonly folders: Folders;
  readonly port: number;
  /** Address to listen on; other machines reach it unless it is the loopback address. */
  readonly host: string;
  /** True: open pages go to the practice that is saved. */
  readonly follows: boolean;
  /** True: files are looked at every second, for disks that tell nobody of changes. */
  readonly polls?: boolean;
  readonly progress: Progress;
  /** Called after each change that the site has taken in. */
  readonly taken?: (taken: Taken, site: LiveSite) => void;
  /** Called if the system cannot watch all files; they are then looked at every second. */
  readonly watchFailed: (reason: string) => void;
}

export interface DevServer {
  readonly site: LiveSite;
  readonly url: string;
  /** Resolves when files are watched. Pages are up to date even before. */
  readonly watching: Promise<void>;
  close(): Promise<void>;
}

/** Ports to try, beginning with the given one. */
const maxPorts = 20;

/** Starts the development server. Rejects with code EADDRINUSE if no port near the one that was asked for is free. */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { folders, host, follows, polls = false, progress, watchFailed } = options;
  const look = createFileLook(folders);
  const site = await LiveSite.open(folders, progress);
  const printer = createSheetPrinter(site, folders);
  const isLocal = host === "127.0.0.1" || host === "localhost" || host === "::1";
  const files = followFiles(site, folders, {
    look,
    polls,
    taken: (taken) => {
      app.announce(taken.change, pageOf(taken.paths, folders, site));
      options.taken?.(taken, site);
    },
    reassembled: () => app.announce("pages", undefined),
    watchFailed,
  });
  const app = createDevApp({
    site,
    printer,
    follows,
    isLocal,
    catchUp: files.catchUp,
    openInEditor: isLocal ? openInEditor : undefined,
  });
  const hosts = isLocal ? loopback : ([host] as const);
  const server = await listenNear(options.port, (port) => listenAt(app.fetch, hosts, { port }));
  return {
    site,
    url: `http://${isLocal ? "localhost" : host}:${server.port}/`,
    watching: files.watching,
    async close() {
      app.close();
      await Promise.all([files.close(), printer.close(), server.close()]);
    },
  };
}

/** The page of the one text that was saved. */
function pageOf(paths: readonly string[], { content }: Folders, site: LiveSite): Permalink | undefined {
  const [path, ...others] = paths;
  if (!path?.startsWith(content.folder) || others.length > 0) return undefined;
  return site.permalinkOf(`${content.name}${path.slice(content.folder.length).replaceAll("\\", "/")}`);
}

/** Listens on the wanted port, or on the next one that is free. @param listen rejects with EADDRINUSE where a port is taken */
export async function listenNear<Server>(wanted: number, listen: (port: number) => Promise<Server>): Promise<Server> {
  for (let port = wanted; ; port++) {
    try {
      return await listen(port);
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || wanted === 0 || port + 1 === wanted + maxPorts) throw error;
    }
  }
}
