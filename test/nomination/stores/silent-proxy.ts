import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Stands between a store and its database, and can fall silent as a lost network does: open, but without an answer. */
export interface SilentProxy {
  readonly port: number;
  /** Sockets on either side, so far. */
  readonly connections: number;
  fallSilent(): void;
  /** For connections made from now on; those of before stay dead. */
  speak(): void;
  close(): Promise<void>;
}

export async function startSilentProxy(target: number): Promise<SilentProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((client) => {
    const database = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      from.on("error", () => {});
      from.on("close", () => to.destroy());
      from.on("data", (data) => {
        if (silent) dead.add(client);
        if (!dead.has(client)) to.write(data);
      });
    }
  });
  const dead = new WeakSet<Socket>();
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return sockets.size;
    },
    fallSilent: () => {
      silent = true;
    },
    speak: () => {
      silent = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
