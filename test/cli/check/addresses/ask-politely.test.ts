import { expect, it } from "vitest";
import { askPolitely } from "../../../../src/cli/check/addresses/ask-politely.ts";
import { startWeb } from "./web.ts";

/** As long as no test runs. */
const foreverMs = 2 ** 31 - 1;

interface Visit {
  readonly host: string;
  readonly arrivedAt: number;
  answeredAt: number;
}

/** Asks real servers for pages. Each reply waits until `together` hosts have been asked, or all that there are. */
async function ask({
  hosts,
  pages,
  pauseMs,
  together = 1,
}: Record<"hosts" | "pages" | "pauseMs", number> & { together?: number }) {
  const visits: Visit[] = [];
  const underWay = new Set<Visit>();
  const counts: { all: number; ofOneHost: number }[] = [];
  const enough = Promise.withResolvers<void>();
  const startHost = () =>
    startWeb(async (request, response) => {
      const visit = { host: request.headers.host ?? "", arrivedAt: performance.now(), answeredAt: 0 };
      visits.push(visit);
      underWay.add(visit);
      const ofOneHost = [...underWay].filter(({ host }) => host === visit.host).length;
      counts.push({ all: underWay.size, ofOneHost });
      if (underWay.size >= together) enough.resolve();
      await enough.promise;
      underWay.delete(visit);
      visit.answeredAt = performance.now();
      response.end();
    });
  const addresses = await Promise.all(Array.from({ length: hosts }, startHost));
  const urls = Array.from({ length: pages }, (_, page) => addresses.map((address) => `${address}/${page}`)).flat();
  const progress: string[] = [];
  const manners = { userAgent: "test", requestTimeoutMs: foreverMs, pauseMs };
  const answers = await askPolitely(urls, manners, (done, total) => progress.push(`${done}/${total}`));
  return { answers, progress, visits, counts };
}

it("eight hosts are asked at once, and each for one page at a time", async () => {
  const { answers, progress, counts } = await ask({ hosts: 12, pages: 3, pauseMs: 0, together: 8 });
  expect([...answers.values()]).toEqual(Array(36).fill({ kind: "fine" }));
  expect(Math.max(...counts.map(({ all }) => all))).toBe(8);
  expect(Math.max(...counts.map(({ ofOneHost }) => ofOneHost))).toBe(1);
  expect([progress[0], progress.at(-1)]).toEqual(["1/36", "36/36"]);
});

it("a host rests between two requests", async () => {
  const pauseMs = 60;
  const { visits } = await ask({ hosts: 2, pages: 3, pauseMs });
  for (const ofOneHost of Map.groupBy(visits, ({ host }) => host).values()) {
    const rests = ofOneHost.slice(1).map(({ arrivedAt }, index) => arrivedAt - (ofOneHost[index]?.answeredAt ?? 0));
    expect(rests).toHaveLength(2);
    // Timers count whole milliseconds.
    for (const rest of rests) expect(rest).toBeGreaterThan(pauseMs - 2);
  }
});

it("a host that is asked for one page needs no rest", async () => {
  const { answers } = await ask({ hosts: 3, pages: 1, pauseMs: foreverMs });
  expect(answers.size).toBe(3);
});
