import { Hono } from "hono/tiny";
import { routes } from "../core/protocol.ts";
import { createDailySalt } from "./daily-salt.ts";
import { isOwnOrigin } from "./guard/origin.ts";
import { securityHeaders } from "./guard/security-headers.ts";
import { getChallengeFile, postChallenge } from "./routes/challenges.ts";
import { answerProblem, type RequestState, type RouteContext } from "./routes/context.ts";
import { showForm, showReceipt } from "./routes/form.ts";
import { postNomination } from "./routes/nominations.ts";
import { getLog, getTally } from "./routes/tally.ts";
import type { Services } from "./services.ts";
import { faultName, Unavailable, withTimeouts } from "./with-timeout.ts";

/** The paths that the endpoint answers; all others are the site's. */
export function isNominationPath(pathname: string): boolean {
  return /^\/(?:nominate|api|healthz|metrics)(?:\/|$)/.test(pathname);
}

type Handler = (context: RouteContext, services: Services) => Response | Promise<Response>;

/** The nomination endpoint: Request → Response, the same on every machine. */
export function createNominationApp(given: Services): Hono<RequestState> {
  const services = withTimeouts(given);
  const dailySalt = createDailySalt(services.store, services.primitives);
  const headers = securityHeaders(services.siteUrl, services.captcha.widget);
  const app = new Hono<RequestState>();

  app.use("*", async (context, next) => {
    const started = services.primitives.now();
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    allowOwnOrigins(context, services);
    services.observe({
      method: context.req.method,
      route: routeName(context.req.path),
      status: context.res.status,
      outcome: context.get("outcome") ?? "",
      milliseconds: services.primitives.now() - started,
      ...(context.error && { fault: faultName(context.error.cause ?? context.error) }),
    });
  });

  const add = (method: "GET" | "POST", path: string, handler: Handler): void => {
    app.on(method, path, (context) => {
      if (method === "POST" && !isFromOwnPage(context, services))
        return answerProblem(context, "foreign-origin", services);
      return handler(context, services);
    });
    app.all(path, async (context) => {
      if (context.req.method === "OPTIONS") return context.body(null, 204, { Allow: method });
      const response = await answerProblem(context, "method-not-allowed", services);
      response.headers.set("Allow", method);
      return response;
    });
  };

  add("GET", routes.form, showReceipt);
  add("GET", `${routes.form}/:id`, showForm);
  add("POST", routes.challenges, postChallenge);
  add("GET", `${routes.challenges}/:file`, getChallengeFile);
  add("POST", routes.nominations, (context) => postNomination(context, services, dailySalt));
  add("GET", routes.tally, getTally);
  add("GET", routes.log, getLog);
  add("GET", routes.health, getHealth);
  add("GET", routes.metrics, getMetrics);

  app.notFound((context) => answerProblem(context, "not-found", services));
  app.onError((error, context) => {
    return answerProblem(context, error instanceof Unavailable ? "store-down" : "fault", services);
  });
  return app;
}

function isFromOwnPage({ req, env }: RouteContext, { origins, requestOrigin }: Services): boolean {
  const requested = requestOrigin?.(req.raw, env) ?? new URL(req.url).origin;
  return isOwnOrigin(req.raw.headers, origins, requested);
}

async function getHealth(context: RouteContext, { store }: Services): Promise<Response> {
  return context.json({ status: "ok", log: await store.head() }, 200, { "Cache-Control": "no-store" });
}

function getMetrics(context: RouteContext, services: Services): Response | Promise<Response> {
  const { metrics } = services;
  if (!metrics || context.req.header("authorization") !== `Bearer ${metrics.token}`)
    return answerProblem(context, "not-found", services);
  return context.text(metrics.text(), 200, { "Cache-Control": "no-store" });
}

/** Lets pages of the site's own origins read answers where the endpoint has a host of its own. */
function allowOwnOrigins(context: RouteContext, { origins }: Services): void {
  const origin = context.req.header("origin");
  context.res.headers.append("Vary", "Origin");
  if (origin === undefined || !origins.includes(origin)) return;
  context.res.headers.set("Access-Control-Allow-Origin", origin);
  context.res.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  if (context.req.method === "OPTIONS") {
    context.res.headers.set("Access-Control-Allow-Methods", "GET, POST");
    context.res.headers.set("Access-Control-Allow-Headers", "content-type");
    context.res.headers.set("Access-Control-Max-Age", "86400");
  }
}

/** The route's pattern: what was asked for stays out of logs. */
function routeName(path: string): string {
  const known = Object.values(routes).find((route) => path === route || path.startsWith(`${route}/`));
  if (!known) return "other";
  return path === known ? known : `${known}/*`;
}
