import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveFolder } from "../../src/dev/serve-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "praktika-serve-folder-"));
let server: RunningServer;

beforeAll(async () => {
  const files = {
    "index.html": "<p>Начало</p>",
    "404.html": "<p>Няма такава страница</p>",
    "bg/index.html": "<p>Архив</p>",
    "assets/font.woff2": "font",
    "media/план #1.txt": "0123456789",
    ".praktika/secret": "secret",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  server = await serveFolder(folder, 0);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init: RequestInit = {}) => fetch(new URL(path, server.url), { redirect: "manual", ...init });

describe("a folder that is served", () => {
  it("answers a folder with its page, under the address that ends in a slash", async () => {
    const reply = await get("/bg/");
    expect([reply.status, await reply.text()]).toEqual([200, "<p>Архив</p>"]);
    const bare = await get("/bg?query=1");
    expect([bare.status, bare.headers.get("location")]).toEqual([308, "/bg/?query=1"]);
  });

  it("finds a file whose name has letters and signs that an address writes as codes", async () => {
    const reply = await get(`/media/${encodeURIComponent("план #1.txt")}`);
    expect([reply.status, await reply.text()]).toEqual([200, "0123456789"]);
  });

  it("sends the part that was asked for", async () => {
    const reply = await get(`/media/${encodeURIComponent("план #1.txt")}`, { headers: { Range: "bytes=2-4" } });
    expect([reply.status, reply.headers.get("content-range"), await reply.text()]).toEqual([
      206,
      "bytes 2-4/10",
      "234",
    ]);
  });

  it.each([
    "/.praktika/secret",
    "/%2epraktika/secret",
    "/bg/..%2f.praktika/secret",
    "/..%2f..%2fetc/passwd",
    "/%zz",
    "/none",
  ])("answers %s with its page for what is not there", async (path) => {
    const reply = await get(path);
    expect([reply.status, await reply.text()]).toEqual([404, "<p>Няма такава страница</p>"]);
  });

  it("says how long a file may be kept, and of which type a font is", async () => {
    const font = await get("/assets/font.woff2");
    expect(font.headers.get("content-type")).toBe("font/woff2");
    expect(font.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await get("/bg/")).headers.get("cache-control")).toBe("no-cache");
  });

  it("allows nothing but its own files, and no frame", async () => {
    const { headers } = await get("/bg/");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});
