import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import type { Fetch } from "../start-lazily.ts";

/** A slow or silent client must not hold a connection for long: milliseconds, and bytes of all headers together. */
const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};

/** Connections that are still busy after this time are closed. */
const closeTimeoutMs = 5_000;

export interface Listening {
  readonly port: number;
  /** Finishes the requests that are under way, then stops. */
  close(): Promise<void>;
}

/** Serves HTTP at an address of this machine. Rejects with code EADDRINUSE if the port is taken. */
export async function listen(fetch: Fetch<HttpBindings>, hostname: string, port: number): Promise<Listening> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const options = { fetch, port, hostname, serverOptions: limits };
    const starting = serve(options as Parameters<typeof serve>[0], () => resolve(starting));
    starting.once("error", reject);
  });
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : port, close: () => close(server) };
}

function close(server: ServerType): Promise<void> {
  if (!("closeAllConnections" in server)) throw new TypeError("not a server of HTTP/1.1");
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), closeTimeoutMs);
    // A connection that was busy when the server closed would otherwise be kept for a next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
