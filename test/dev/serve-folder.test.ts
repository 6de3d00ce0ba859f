import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveFolder } from "../../src/dev/serve-folder.ts";
import { useFolder } from "../use-folder.ts";

const folder = useFolder();
let server: RunningServer;

beforeAll(async () => {
  const files = {
    "../secret.txt": "secret",
    ".praktika/votes.db": "secret",
    ".praktika-staging-1/index.html": "secret",
    ".praktika.html": "secret",
    ".well-known/security.txt": "Contact: mailto:a@example.org",
    "index.html": "top",
    "404.html": "missing",
    "bg/index.html": "bg",
    "bg/план.pdf": "plan",
    "media/план #1.txt": "0123456789",
    "assets/font.woff2": "font",
    "assets/css/screen.0123456789.css": "p {}",
    "assets-of-others/x.css": "p {}",
    "data/practices.geojson": "{}",
    "admin/index.html": "editor",
    "empty/x.txt": "x",
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder(), "dist", name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
  }
  symlinkSync("../dist", join(folder(), "dist/loop"));
  server = await serveFolder(join(folder(), "dist"), 0, {
    createEndpoint: async (url) => ({
      owns: (path) => path.startsWith("/api/"),
      fetch: () => new Response(`endpoint of ${url}`),
    }),
  });
});
afterAll(() => server?.close());

/** Asks for a path as it is written: fetch would tidy it up. */
function ask(path: string, sent: Record<string, string> = {}) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, headers: sent }, (reply) => {
      let text = "";
      reply.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      reply.on("end", () => resolve({ status: reply.statusCode ?? 0, text, headers: reply.headers }));
    })
      .on("error", reject)
      .end();
  });
}

describe("a built site that is served", () => {
  it.each([
    ["/", 200, "top", "text/html; charset=utf-8"],
    ["/bg/", 200, "bg", "text/html; charset=utf-8"],
    ["/bg/index.html?a=1", 200, "bg", "text/html; charset=utf-8"],
    ["/bg/%D0%BF%D0%BB%D0%B0%D0%BD.pdf", 200, "plan", "application/pdf"],
    ["/media/%D0%BF%D0%BB%D0%B0%D0%BD%20%231.txt", 200, "0123456789", "text/plain; charset=utf-8"],
    ["/assets/font.woff2", 200, "font", "font/woff2"],
    ["/data/practices.geojson", 200, "{}", "application/geo+json"],
    ["/.well-known/security.txt", 200, "Contact: mailto:a@example.org", "text/plain; charset=utf-8"],
    ["/nothing", 404, "missing", "text/html; charset=UTF-8"],
    ["/empty/", 404, "missing", "text/html; charset=UTF-8"],
  ])("answers %s with %i", async (path, status, text, type) => {
    const reply = await ask(path);
    expect([reply.status, reply.text]).toEqual([status, text]);
    expect(String(reply.headers["content-type"]).toLowerCase()).toBe(type.toLowerCase());
  });

  it("sends the part that was asked for", async () => {
    const { status, text, headers } = await ask("/media/%D0%BF%D0%BB%D0%B0%D0%BD%20%231.txt", { Range: "bytes=2-4" });
    expect([status, headers["content-range"], text]).toEqual([206, "bytes 2-4/10", "234"]);
  });

  it("compresses what is text, for those who can read it", async () => {
    const long = "а".repeat(2000);
    writeFileSync(join(folder(), "dist/long.html"), long);
    const { headers } = await ask("/long.html", { "Accept-Encoding": "gzip" });
    expect(headers["content-encoding"]).toBe("gzip");
    const plain = await ask("/long.html");
    expect([plain.headers["content-encoding"], plain.text]).toEqual([undefined, long]);
  });

  it("sends readers of a folder to the address that ends in a slash, with what they asked", async () => {
    const { status, headers } = await ask("/bg?q=%D0%B0");
    expect([status, headers.location]).toEqual([308, "/bg/?q=%D0%B0"]);
  });

  it.each([
    "/.praktika/votes.db",
    "/.praktika-staging-1/index.html",
    "/.praktika.html",
    "/%2epraktika/votes.db",
    "/bg/../.praktika/votes.db",
    "/../secret.txt",
    "/bg/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/bg/..%2f.praktika/votes.db",
    "/..%5csecret.txt",
    "/bg%00",
    "/%",
  ])("keeps to itself what is no part of the site: %s", async (path) => {
    const { status, text } = await ask(path);
    expect([status, text.includes("secret")]).toEqual([404, false]);
  });

  it.each([
    ["/assets/css/screen.0123456789.css", "public, max-age=31536000, immutable"],
    ["/assets-of-others/x.css", "no-cache"],
    ["/bg/", "no-cache"],
  ])("may be kept by browsers: %s %s", async (path, caching) => {
    expect((await ask(path)).headers["cache-control"]).toBe(caching);
  });

  it("has a strict policy on all pages but that of the editor, which says its own", async () => {
    const policyOf = async (path: string) => (await ask(path)).headers["content-security-policy"];
    for (const path of ["/", "/nothing", "/administration"])
      expect(await policyOf(path), path).toBe(
        "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
    expect(await policyOf("/admin/")).toBe("frame-ancestors 'none'");
  });

  it("forbids browsers to guess the type of a file", async () => {
    expect((await ask("/bg/")).headers["x-content-type-options"]).toBe("nosniff");
  });

  it("leaves the endpoint its paths", async () => {
    expect((await ask("/api/tally")).text).toBe(`endpoint of ${server.url}`);
  });

  it("is not served where another program is", async () => {
    await expect(serveFolder(folder(), Number(new URL(server.url).port))).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
