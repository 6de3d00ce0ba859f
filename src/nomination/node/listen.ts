import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { defaultClientMs } from "../deadlines.ts";
import type { Fetch } from "../start-lazily.ts";

/** Bytes of all headers together. */
const maxHeaderSize = 16_384;

/** A slow or silent client must not hold a connection for long. */
const limitClients = (clientMs: number) => ({
  headersTimeout: clientMs,
  requestTimeout: 2 * clientMs,
  connectionsCheckingInterval: Math.ceil(clientMs / 5),
  maxHeaderSize,
});

export interface ListenOptions {
  readonly hostname: string;
  readonly port: number;
  /** Milliseconds that a client may take to send the head of a request. */
  readonly clientMs?: number;
}

export interface Listening {
  readonly port: number;
  /** Finishes the requests that are under way, then stops. */
  close(): Promise<void>;
}

/** Serves HTTP at an address of this machine. Rejects with code EADDRINUSE if the port is taken. */
export async function listen(
  fetch: Fetch<HttpBindings>,
  { hostname, port, clientMs = defaultClientMs }: ListenOptions,
): Promise<Listening> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const options = { fetch, port, hostname, serverOptions: limitClients(clientMs) };
    const starting = serve(options as Parameters<typeof serve>[0], () => resolve(starting));
    starting.once("error", reject);
  });
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : port, close: () => close(server, clientMs) };
}

/** Connections that are still busy after `graceMs` are cut. */
function close(server: ServerType, graceMs: number): Promise<void> {
  if (!("closeAllConnections" in server)) throw new TypeError("not a server of HTTP/1.1");
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection that was busy when the server closed would otherwise be kept for a next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
