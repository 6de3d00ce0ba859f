import { createServerlessEndpoint } from "../node/serverless.ts";

/** Vercel writes both headers itself, whatever a client sent. The first also stays true behind another proxy's. */
const endpoint = createServerlessEndpoint<object>(
  ({ headers }) => headers.get("x-vercel-forwarded-for") ?? headers.get("x-real-ip") ?? undefined,
);

/** Vercel Functions on Node, with PostgreSQL by `DATABASE_URL`. */
export default { fetch: (request: Request): Response | Promise<Response> => endpoint(request, {}) };
