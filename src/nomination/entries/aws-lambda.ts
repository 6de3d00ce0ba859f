import { Hono } from "hono";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { createServerlessEndpoint } from "../node/serverless.ts";

interface Bindings {
  readonly event: LambdaEvent;
}

const endpoint = createServerlessEndpoint<Bindings>((_request, bindings) =>
  sourceAddress((bindings as Bindings).event),
);

const app = new Hono<{ Bindings: Bindings }>();
app.all("*", (context) => endpoint(context.req.raw, context.env));

/** AWS Lambda behind a function URL or API Gateway (HTTP or REST), with PostgreSQL by `DATABASE_URL`. */
export const handler = handle(app);

/** Who called the gateway, as the gateway itself saw it. */
function sourceAddress({ requestContext }: LambdaEvent): string | undefined {
  if ("http" in requestContext) return requestContext.http.sourceIp;
  if ("identity" in requestContext && "sourceIp" in requestContext.identity) return requestContext.identity.sourceIp;
  return undefined;
}
