import { type Listening, type ListenOptions, listen } from "../nomination/node/listen.ts";

/** Both addresses that a browser may take `localhost` for. */
export const loopback: readonly [string, ...string[]] = ["127.0.0.1", "::1"];

/** Listens at the first of some addresses, and on the same port at the others where this machine has them. Rejects with EADDRINUSE. */
export async function listenAt(
  fetch: Parameters<typeof listen>[0],
  [first, ...others]: readonly [string, ...string[]],
  options: Omit<ListenOptions, "hostname">,
): Promise<Listening> {
  const server = await listen(fetch, { ...options, hostname: first });
  const { port } = server;
  const more = await Promise.allSettled(others.map((hostname) => listen(fetch, { ...options, hostname, port })));
  const servers = [server, ...more.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []))];
  return { port, close: async () => void (await Promise.all(servers.map((one) => one.close()))) };
}
