import type { LogHead } from "../../core/protocol.ts";
import type { Services } from "../services.ts";
import type { RouteContext } from "./context.ts";

/** Seconds after which what was written is forgotten. */
const keptSeconds = 86_400;

/** `GET /healthz`: 200 if a vote could be written now, in turn with others. Who asks at once shares one writing. */
export function createHealthCheck({ store, primitives }: Services): (context: RouteContext) => Promise<Response> {
  let checking: Promise<LogHead> | undefined;
  const check = async (): Promise<LogHead> => {
    const now = Math.floor(primitives.now() / 1000);
    await store.rehearse({ key: "health", now, expiresAt: now + keptSeconds });
    return store.head();
  };
  return async (context) => {
    checking ??= check().finally(() => {
      checking = undefined;
    });
    return context.json({ status: "ok", log: await checking }, 200, { "Cache-Control": "no-store" });
  };
}
