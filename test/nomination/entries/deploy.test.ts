import { globSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { bundleFunction, bundleVercel, bundleWorker } from "../../../deploy/bundle.ts";

const deploy = resolve("deploy");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "praktika-deploy-"));
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  for (const name of ["PRAKTIKA_SECRET", "DATABASE_URL", "NETLIFY_DATABASE_URL"]) vi.stubEnv(name, "");
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const request = () => new Request("https://praktiki.example.org/healthz");

/** Loads a bundle by its file, as a platform does. */
async function load<Module>(path: string): Promise<Module> {
  return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Module;
}

describe("Cloudflare", () => {
  const text = readFileSync(join(deploy, "cloudflare/wrangler.jsonc"), "utf8");
  const config = JSON.parse(text.replace(/^\s*\/\/.*$/gm, "")) as {
    main: string;
    rules: { globs: string[] }[];
    build: { command: string };
    assets: { directory: string; run_worker_first: string[] };
    d1_databases: { binding: string }[];
  };

  test("uploads the files that its build command writes, and nothing else", async () => {
    const { metafile } = await bundleWorker(join(folder, "cloudflare"));
    const names = Object.keys(metafile.outputs).map((path) => basename(path));
    expect(names).toContain(basename(config.main));
    expect(names.filter((name) => !name.endsWith(".js"))).toEqual([]);
    expect(config.build.command).toBe("npx node deploy/bundle.ts cloudflare");
    expect(resolve(deploy, "cloudflare", dirname(config.main))).toBe(resolve(".praktika/deploy/cloudflare"));
    expect(config.rules[0]?.globs).toEqual(["**/*.js"]);
  });

  test("has the site's folder and the database under the names that the worker uses", () => {
    expect(resolve(deploy, "cloudflare", config.assets.directory)).toBe(resolve("dist"));
    expect(config.d1_databases.map(({ binding }) => binding)).toEqual(["DB"]);
    expect(config.assets.run_worker_first).toEqual(["/api/*", "/nominate", "/nominate/*", "/healthz"]);
  });
});

describe("Netlify", () => {
  test("finds the endpoint's paths in the function and the function where the configuration says", async () => {
    const toml = readFileSync(join(deploy, "netlify/netlify.toml"), "utf8");
    expect(toml).toContain('directory = "deploy/netlify/functions"');
    const module = await import("../../../deploy/netlify/functions/nomination.mts");
    expect(module.config.path).toEqual(["/nominate", "/nominate/*", "/api/*", "/healthz"]);
    expect((await module.default(request(), { ip: "192.0.2.1" })).status).toBe(503);
  });
});

describe("Vercel", () => {
  let output: string;
  let routes: { src?: string; dest?: string; status?: number; handle?: string; headers?: Record<string, string> }[];
  beforeAll(async () => {
    output = join(folder, "vercel");
    await bundleVercel(resolve("deploy/netlify"), output);
    routes = JSON.parse(await readFile(join(output, "config.json"), "utf8")).routes;
  });

  /** Where a path that is no file goes: to the function, to a redirect, or to the page of what is not there. */
  const destinationOf = (path: string): string => {
    const stops = routes.filter(({ dest, status }) => dest !== undefined || status !== undefined);
    const route = stops.find(({ src }) => src !== undefined && new RegExp(src).test(path));
    return route?.dest ?? path.replace(new RegExp(route?.src ?? ""), route?.headers?.Location ?? "");
  };

  test.each([
    ["/healthz", "/nomination"],
    ["/api/tally", "/nomination"],
    ["/api/challenges/token.png", "/nomination"],
    ["/nominate", "/nomination"],
    ["/nominate/solar-roofs", "/nomination"],
    ["/bg/practices/solar-roofs", "/bg/practices/solar-roofs/"],
    ["/nominated", "/nominated/"],
    ["/bg/feed.xml", "/404.html"],
  ])("sends %s to %s", (path, destination) => {
    expect(destinationOf(path)).toBe(destination);
  });

  test("gets the site's files and a function that answers", async () => {
    expect(await readFile(join(output, "static/netlify.toml"), "utf8")).toContain("[build]");
    const config = JSON.parse(await readFile(join(output, "functions/nomination.func/.vc-config.json"), "utf8"));
    const path = join(output, "functions/nomination.func", config.handler);
    const { default: handler } = await load<{ default: { fetch(request: Request): Promise<Response> } }>(path);
    expect((await handler.fetch(request())).status).toBe(503);
  });
});

describe("AWS Lambda", () => {
  test("runs the bundle that the template names, with settings that exist", async () => {
    const template = parse(readFileSync(join(deploy, "aws-lambda/template.yaml"), "utf8"), { logLevel: "silent" });
    const { CodeUri, Handler, Environment } = template.Resources.Nominations.Properties;
    expect(resolve(deploy, "aws-lambda", CodeUri)).toBe(resolve(".praktika/deploy/aws-lambda"));
    const [file, name] = Handler.split(".");
    await bundleFunction("aws-lambda", join(folder, "aws-lambda"));
    const module = await load<Record<string, unknown>>(join(folder, "aws-lambda", `${file}.mjs`));
    expect(module[name]).toBeTypeOf("function");
    expect(namedIn("deploy/README.md")).toEqual(expect.arrayContaining(Object.keys(Environment.Variables)));
  });
});

const namedIn = (path: string): string[] => {
  const text = readFileSync(path, "utf8");
  return text.match(/\b(?:PRAKTIKA_[A-Z_]+|(?:NETLIFY_)?DATABASE_URL|NODE_ENV|HOST|PORT)\b/g) ?? [];
};

test("the table of settings has every variable that the endpoint reads, and no other", () => {
  const sources = globSync("src/nomination/**/*.ts");
  const read = new Set(sources.flatMap(namedIn));
  expect(new Set(namedIn("deploy/README.md"))).toEqual(read);
  for (const guide of globSync("deploy/*/*")) {
    if (/\.(md|jsonc|toml|yaml|example|service)$/.test(guide))
      for (const name of namedIn(guide)) expect(read, `${name} in ${guide}`).toContain(name);
  }
});
