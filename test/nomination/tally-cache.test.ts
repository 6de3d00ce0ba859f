import { expect, it } from "vitest";
import { answerFromCache } from "../../src/nomination/tally-cache.ts";

/** A cache in memory, and readers whose questions reach the endpoint only if it says so. */
function createReaders(status = 200) {
  const kept = new Map<string, Response>();
  const seen = { asked: 0 };
  const cache = {
    match: async (address: string) => kept.get(address)?.clone(),
    put: async (address: string, answer: Response) => void kept.set(address, answer),
  };
  const ask = async (headers: Record<string, string> = {}, method = "GET"): Promise<Response> => {
    const request = new Request("https://votes.example/api/tally", { method });
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    const answer = async () => {
      seen.asked += 1;
      return new Response(status === 200 ? "{}" : null, { status, headers: { etag: '"1"' } });
    };
    const work: Promise<unknown>[] = [];
    const answered = await answerFromCache({ request, answer, later: (job) => work.push(job) }, cache);
    await Promise.all(work);
    return answered;
  };
  return { ask, seen };
}

it("asks once for all readers of a page, and tells one who knows the answer that nothing is new", async () => {
  const { ask, seen } = createReaders();
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  expect((await ask({ "If-None-Match": '"1"' })).status).toBe(304);
  expect((await ask({ "If-None-Match": '"0"' })).status).toBe(200);
  expect(seen.asked).toBe(1);
});

it("asks for a reader who wants it fresh, and for what is no question", async () => {
  const { ask, seen } = createReaders();
  await ask();
  await ask({ "Cache-Control": "no-cache" });
  await ask({}, "OPTIONS");
  expect(seen.asked).toBe(3);
});

it.each([304, 503])("keeps no answer with status %d", async (status) => {
  const { ask, seen } = createReaders(status);
  await ask();
  await ask();
  expect(seen.asked).toBe(2);
});
