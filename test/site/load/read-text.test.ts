import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readText, shownAddress } from "../../../src/site/load/read-text.ts";
import { temporaryRoot } from "../../run-praktika.ts";

const limits = { maxBytes: 1_000_000, timeoutSeconds: 120 };

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe("reading a text from elsewhere", () => {
  it("reads a file or says why not", async () => {
    const root = temporaryRoot();
    const file = join(root, "a.json");
    writeFileSync(file, "числа");
    mkdirSync(join(root, "folder"));
    writeFileSync(join(root, "large"), "x".repeat(1_000_001));
    expect(await readText(file, limits)).toEqual({ text: "числа" });
    expect(await readText(join(root, "none"), limits)).toEqual({ unreadable: { reason: "missing", detail: "" } });
    expect(await readText(join(file, "below"), limits)).toEqual({ unreadable: { reason: "missing", detail: "" } });
    expect(await readText(join(root, "folder"), limits)).toMatchObject({ unreadable: { reason: "not-a-file" } });
    expect(await readText(join(root, "large"), limits)).toEqual({
      unreadable: { reason: "too-large", detail: "1 MB" },
    });
  });

  it("reads an address, with letters that fall on the border of two packets", async () => {
    const bytes = Buffer.from("числа");
    const url = await serve((_, response) => {
      response.write(bytes.subarray(0, 3));
      setTimeout(() => response.end(bytes.subarray(3)), 30);
    });
    expect(await readText(url, limits)).toEqual({ text: "числа" });
  });

  it("gives up on an answer that is an error, too long, or never ends", async () => {
    const missing = await serve((_, response) => response.writeHead(404).end());
    expect(await readText(missing, limits)).toEqual({ unreadable: { reason: "status", detail: "404" } });
    const endless = await serve((_, response) => {
      const timer = setInterval(() => response.write("x".repeat(100_000)), 1);
      response.on("close", () => clearInterval(timer));
    });
    expect(await readText(endless, limits)).toEqual({ unreadable: { reason: "too-large", detail: "1 MB" } });
    const silent = await serve((_, response) => response.write("{"));
    expect(await readText(silent, { ...limits, timeoutSeconds: 1 })).toEqual({
      unreadable: { reason: "timeout", detail: "1 s" },
    });
  });

  it("says that a server cannot be reached", async () => {
    expect(await readText("http://127.0.0.1:1/", limits)).toMatchObject({ unreadable: { reason: "unreachable" } });
  });

  it("shows an address without a password and without what follows it", () => {
    expect(shownAddress("https://user:secret@example.org/api/tally?token=1#x")).toBe("https://example.org/api/tally");
    expect(shownAddress("http://user:secret@[bad/path")).not.toContain("secret");
  });
});

it.each([
  [10, true],
  [11, false],
])("a text of %i bytes, where ten are allowed, is read: %s", async (length, isRead) => {
  const file = join(temporaryRoot(), "a");
  writeFileSync(file, "x".repeat(length));
  const url = await serve((_, response) => response.end("x".repeat(length)));
  for (const source of [file, url])
    expect("text" in (await readText(source, { maxBytes: 10, timeoutSeconds: 10 })), source).toBe(isRead);
});
