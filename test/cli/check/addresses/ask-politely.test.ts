import { afterEach, expect, it, vi } from "vitest";
import { askPolitely } from "../../../../src/cli/check/addresses/ask-politely.ts";

vi.mock("node:timers/promises", () => ({ setTimeout: async (milliseconds: number) => void rests.push(milliseconds) }));
let rests: number[] = [];
afterEach(() => {
  rests = [];
  vi.unstubAllGlobals();
});

/** Asks for pages of so many hosts; how many were asked at once, in all and of one host. */
async function ask(hosts: number, pages: number) {
  let most = 0;
  let mostOfOne = 0;
  const running: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    const { host } = new URL(url);
    running.push(host);
    most = Math.max(most, running.length);
    mostOfOne = Math.max(mostOfOne, running.filter((other) => other === host).length);
    await new Promise((resolve) => setImmediate(resolve));
    running.splice(running.indexOf(host), 1);
    return new Response(null, { status: 200 });
  });
  const urls = Array.from({ length: hosts * pages }, (_, index) => `https://h${index % hosts}.example.org/${index}`);
  const progress: string[] = [];
  const answers = await askPolitely(urls, { userAgent: "test", requestTimeoutMs: 1_000 }, (done, total) =>
    progress.push(`${done}/${total}`),
  );
  return { answers, progress, most, mostOfOne };
}

it("eight hosts are asked at once, and each for one page at a time with a rest between", async () => {
  const { answers, progress, most, mostOfOne } = await ask(12, 3);
  expect([answers.size, most, mostOfOne]).toEqual([36, 8, 1]);
  expect([progress[0], progress.at(-1)]).toEqual(["1/36", "36/36"]);
  expect(rests).toEqual(Array(24).fill(500));
});

it("a host that is asked for one page needs no rest", async () => {
  await ask(3, 1);
  expect(rests).toEqual([]);
});
