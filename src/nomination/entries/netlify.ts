import { createServerlessEndpoint } from "../node/serverless.ts";

/** What Netlify says beside the request. */
interface Context {
  readonly ip: string;
}

const endpoint = createServerlessEndpoint<Context>((_request, context) => (context as Context).ip);

/** Netlify Functions, with PostgreSQL by `DATABASE_URL` or Netlify's own `NETLIFY_DATABASE_URL`. */
export default (request: Request, { ip }: Context): Response | Promise<Response> => endpoint(request, { ip });
