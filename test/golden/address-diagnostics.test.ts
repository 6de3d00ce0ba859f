import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { runBuild } from "../../src/cli/commands/build.ts";
import type { Language } from "../../src/core/language/language.ts";
import { locales } from "../../src/locales/locales.ts";
import { fixture, temporaryRoot } from "../run-praktika.ts";
import { expectGolden } from "./expect-golden.ts";

/** Another site, with pages that are gone, moved, there, and hard to reach. */
let site: Server;
let requests: string[] = [];
let running = 0;
let maxAtOnce = 0;

beforeAll(async () => {
  site = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => site.once("listening", resolve));
});
afterAll(() => site.close());
beforeEach(() => {
  requests = [];
  maxAtOnce = 0;
});

function answer({ url = "", method, headers }: IncomingMessage, response: ServerResponse): void {
  requests.push(`${method} ${url} ${headers["user-agent"]}`);
  maxAtOnce = Math.max(maxAtOnce, ++running);
  response.on("close", () => running--);
  const send = (status: number, location?: string): unknown =>
    response.writeHead(status, location === undefined ? {} : { location }).end();
  switch (url) {
    case "/ima":
    case "/novo":
      return void send(200);
    case "/stara-programa":
      return void send(method === "HEAD" ? 404 : 200);
    case "/premesten":
      return void send(301, "/novo");
    case "/za-malko":
      return void send(302, "/ima");
    case "/zabraneno":
      return void send(403);
    case "/krug":
      return void send(301, "/krug");
    case "/iztrit":
      return void send(410);
    default:
      send(404);
  }
}

async function check(root: string, language: Language = "bg") {
  const { port } = site.address() as AddressInfo;
  const file = join(root, "content/practices/2016/adresi.bg.md");
  // The fixture writes 127.1, which is this computer too, but not how the preview calls it.
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("PORT", `${port}`));
  const { values } = readArguments("check", ["--root", root, "--lang", language, "--online"], locales.en.cli);
  const printed: string[] = [];
  const status = await runBuild(
    values,
    {
      out: (text) => printed.push(text),
      error: () => {},
      isTerminal: false,
      colour: false,
      locale: locales[language],
      input: undefined,
      environment: {},
    },
    false,
  );
  return { status, output: printed.join("").replaceAll(`:${port}`, ":PORT") };
}

describe("check --online", () => {
  it.each(["bg", "en"] as const)(
    "asks each address once, one after the other, says who asks, and which pages are gone, moved or unclear (%s)",
    async (language) => {
      const { status, output } = await check(temporaryRoot("base", "addresses"), language);
      expect(status).toBe(0);
      for (const code of ["address/gone", "address/moved", "address/unclear"]) expect(output).toContain(code);
      expectGolden(output, join(fixture("addresses"), `report.${language}.txt`));
      expect(maxAtOnce).toBe(1);
      expect(requests.filter((request) => request.startsWith("HEAD /iztrit"))).toHaveLength(1);
      for (const request of requests) expect(request).toMatch(/Praktika link check \(\+https:\/\/\S+\)$/);
    },
  );

  it("remembers what it was told, and asks again only where the answer was unclear", async () => {
    const root = temporaryRoot("base", "addresses");
    const first = await check(root);
    requests = [];
    const second = await check(root);
    expect(second.output).toBe(first.output);
    expect(new Set(requests.map((request) => request.split(" ")[1]))).toEqual(new Set(["/zabraneno", "/krug"]));
  });

  it("asks nobody without --online", async () => {
    const root = temporaryRoot("base", "addresses");
    const { values } = readArguments("check", ["--root", root], locales.en.cli);
    const terminal = {
      out: () => {},
      error: () => {},
      isTerminal: false,
      colour: false,
      locale: locales.en,
      input: undefined,
      environment: {},
    };
    await runBuild(values, terminal, false);
    expect(requests).toEqual([]);
  });
});
