import { setTimeout as wait } from "node:timers/promises";
import { type Answer, askAddress, type Manners } from "./ask-address.ts";

/** Hosts that are asked at the same time. */
const hostsAtOnce = 8;

/** A host is asked for one page at a time, with a rest after each. */
const restMilliseconds = 500;

/** Asks for many addresses: different hosts side by side, one host never twice at once. */
export async function askPolitely(
  urls: Iterable<string>,
  manners: Manners,
  progress: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, Answer>> {
  const byHost = Map.groupBy(urls, (url) => new URL(url).host);
  const queues = [...byHost.values()];
  const total = queues.reduce((sum, queue) => sum + queue.length, 0);
  const answers = new Map<string, Answer>();
  const askHosts = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, url] of queue.entries()) {
        if (index > 0) await wait(restMilliseconds);
        answers.set(url, await askAddress(url, manners));
        progress(answers.size, total);
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, askHosts));
  return answers;
}
