import { Hono } from "hono/tiny";
import { routes } from "../core/protocol.ts";
import { createDailySalt } from "./daily-salt.ts";
import { isOwnOrigin } from "./guard/origin.ts";
import { securityHeaders } from "./guard/security-headers.ts";
import { limitTrials } from "./limit-trials.ts";
import { readOwnPath } from "./own-path.ts";
import { getChallengeFile, postChallenge } from "./routes/challenges.ts";
import { answerProblem, type RequestState, type RouteContext } from "./routes/context.ts";
import { createHealthCheck } from "./routes/health.ts";
import { type BallotState, postNomination, refuseNomination } from "./routes/nominations.ts";
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
  const ballots: BallotState = {
    dailySalt: createDailySalt(services.store, services.primitives),
  };
  const headers = securityHeaders(services.siteUrl, services.captcha.widget);
  const app = new Hono<RequestState>({ getPath: readOwnPath });

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

  const addRoute = createRouter(app, services);
  const form = () => import("./routes/form.ts");
  addRoute(routes.form, {
    GET: async (context) => (await form()).showReceipt(context, services),
    POST: async (context) => (await form()).postReceipt(context, services),
  });
  addRoute(`${routes.form}/:id`, { GET: async (context) => (await form()).showForm(context, services) });
  addRoute(routes.challenges, { POST: (context) => postChallenge(context, services, ballots.dailySalt) });
  addRoute(`${routes.challenges}/:file`, { GET: getChallengeFile });
  const forBallots = limitTrials(services);
  addRoute(routes.nominations, { POST: (context) => postNomination(context, forBallots, ballots) });
  addRoute(routes.tally, { GET: getTally });
  addRoute(routes.log, { GET: getLog });
  addRoute(routes.health, { GET: createHealthCheck(services) });
  addRoute(routes.metrics, { GET: getMetrics });

  app.notFound((context) => answerProblem(context, "not-found", services));
  app.onError((error, context) => {
    return answerProblem(context, error instanceof Unavailable ? "store-down" : "fault", services);
  });
  return app;
}

type Handlers = Readonly<Partial<Record<"GET" | "POST", Handler>>>;

/** Answers paths by method; what changes something only from pages of our own. */
function createRouter(app: Hono<RequestState>, services: Services): (path: string, handlers: Handlers) => void {
  return (path, handlers) => {
    for (const [method, handler] of Object.entries(handlers)) {
      app.on(method, path, (context) => {
        if (method === "GET" || isFromOwnPage(context, services)) return handler(context, services);
        const refuse = path === routes.nominations ? refuseNomination : answerProblem;
        return refuse(context, "foreign-origin", services);
      });
    }
    const allowed = Object.keys(handlers).join(", ");
    app.all(path, async (context) => {
      if (context.req.method === "OPTIONS") return context.body(null, 204, { Allow: allowed });
      const response = await answerProblem(context, "method-not-allowed", services);
      response.headers.set("Allow", allowed);
      return response;
    });
  };
}

function isFromOwnPage({ req, env }: RouteContext, { origins, requestOrigin }: Services): boolean {
  const requested = requestOrigin?.(req.raw, env) ?? new URL(req.url).origin;
  return isOwnOrigin(req.raw.headers, origins, requested);
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
