import { setTimeout as wait } from "node:timers/promises";
import { type AddressState, askAddress, type Manners } from "./ask-address.ts";

/** Hosts that are asked in parallel. */
const hostConcurrency = 8;

/** Checks many addresses: different hosts in parallel, each host one request at a time, with a pause between two. */
export async function askPolitely(
  urls: Iterable<string>,
  manners: Manners,
  progress: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, AddressState>> {
  const byHost = Map.groupBy(urls, (url) => new URL(url).host);
  const queues = [...byHost.values()];
  const total = queues.reduce((sum, queue) => sum + queue.length, 0);
  const answers = new Map<string, AddressState>();
  const askHosts = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, url] of queue.entries()) {
        if (index > 0) await wait(manners.pauseMs);
        answers.set(url, await askAddress(url, manners));
        progress(answers.size, total);
      }
    }
  };
  await Promise.all(Array.from({ length: hostConcurrency }, askHosts));
  return answers;
}
