import { connect } from "node:net";

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds from sending to the whole answer, sorted. */
  readonly latencies: readonly number[];
  /** Answers by status. */
  readonly statuses: ReadonlyMap<string, number>;
}

/**
 * Sends requests over kept-alive connections, the next one when the answer is there. With `pace`, requests a second in
 * all, evenly spread; else as fast as they are answered. Raw sockets, so that the sender takes little of the machine.
 */
export async function sendLoad(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  pace?: number,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const statuses = new Map<string, number>();
  let next = 0;
  const started = performance.now();

  const drive = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      socket.setNoDelay(true);
      let sentAt = 0;
      let received = "";
      const send = (): void => {
        const index = next++;
        const request = requests[index];
        if (!request) {
          socket.end();
          resolve();
          return;
        }
        const due = pace ? started + (index / pace) * 1000 : 0;
        const write = (): void => {
          sentAt = performance.now();
          socket.write(request);
        };
        const wait = due - performance.now();
        if (wait > 1) setTimeout(write, wait);
        else write();
      };
      socket.on("connect", send);
      socket.on("error", reject);
      socket.on("data", (chunk) => {
        received += chunk.toString("latin1");
        const border = received.indexOf("\r\n\r\n");
        if (border < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
        if (received.length < border + 4 + length) return;
        const status = received.slice(9, 12);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        latencies.push(performance.now() - sentAt);
        received = "";
        send();
      });
    });
  await Promise.all(Array.from({ length: connections }, drive));
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: latencies.length / seconds, latencies: latencies.sort((a, b) => a - b), statuses };
}
