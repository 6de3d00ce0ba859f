import type { D1Database } from "@cloudflare/workers-types";
import { D1Store } from "../../../src/nomination/stores/d1-store.ts";
import { fromWire, toWire } from "./wire.ts";

/** What a test asks of a store, or of the database past the store. */
export interface Question {
  readonly database: string;
  readonly method: string;
  readonly parameters: readonly unknown[];
}

/** A worker that answers one question per request with a store of its own, as in production. */
export default {
  async fetch(request: Request, bindings: Record<string, D1Database>): Promise<Response> {
    const { database, method, parameters } = fromWire(await request.text()) as Question;
    const d1 = bindings[database] as D1Database;
    // A machine that is busy with other tests may take its time.
    const store = new D1Store(d1, 15_000) as unknown as Record<string, (...parameters: unknown[]) => unknown>;
    try {
      const value =
        method === "run" ? await d1.prepare(String(parameters[0])).run() : await store[method]?.(...parameters);
      return new Response(toWire({ value }));
    } catch (error) {
      return new Response(String(error), { status: 500 });
    }
  },
};
