import { connect } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  endServeProcesses,
  type PreparedBallot,
  prepareBallots,
  type ServeProcess,
  siteRoot,
  startServe,
} from "./serve-process.ts";

/**
 * What a server says to bytes that no browser would send, until it closes the connection.
 * @param enough what the server may say last, after which the client closes it
 */
function exchange(port: number, pieces: readonly (string | number)[], enough?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      if (enough?.test(received)) socket.destroy();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(received));
    void (async () => {
      for (const piece of pieces) {
        if (typeof piece === "number") await new Promise((next) => setTimeout(next, piece));
        else if (!socket.destroyed) socket.write(piece);
      }
    })();
  });
}

afterEach(endServeProcesses);

const statusesOf = (answer: string): string[] =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status = ""]) => status);

describe("a request that no browser sends", () => {
  let server: ServeProcess;
  let port: number;
  let ballots: PreparedBallot[];
  beforeAll(async () => {
    ballots = [...(await prepareBallots(20))];
  });

  /** @param clientMs short where the server has to close what goes on no further */
  async function start(clientMs = 120_000): Promise<void> {
    server = await startServe(siteRoot(), { settings: { PRAKTIKA_CLIENT_MS: String(clientMs) } });
    port = Number(new URL(server.url).port);
  }

  function request(headers: readonly string[], body: string, ending = "\r\n"): string {
    const all = [
      "POST /api/nominations HTTP/1.1",
      `Host: localhost:${port}`,
      `Origin: ${server.url}`,
      "Connection: close",
    ];
    return [...all, "Content-Type: application/json", ...headers, "", body].join(ending);
  }

  async function votes(): Promise<number> {
    const { log } = (await (await fetch(`${server.url}/api/tally`)).json()) as { log: { size: number } };
    return log.size;
  }

  const bodyOf = (): string => {
    const ballot = ballots.pop();
    return JSON.stringify({ practice: ballot?.practice, token: ballot?.token, answer: ballot?.answer });
  };

  it("is understood when it is honest, also in chunks", async () => {
    await start();
    const plain = bodyOf();
    expect(statusesOf(await exchange(port, [request([`Content-Length: ${plain.length}`], plain)]))).toEqual(["201"]);
    const body = bodyOf();
    const chunks = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    expect(statusesOf(await exchange(port, [request(["Transfer-Encoding: chunked"], chunks)]))).toEqual(["201"]);
    expect(await votes()).toBe(2);
  });

  it("smuggles nothing: two lengths, length and chunks, bare line feeds, an endless chunk", async () => {
    await start(2_000);
    const hidden = (): string => {
      const body = bodyOf();
      return request([`Content-Length: ${body.length}`], body);
    };
    const attempts: string[] = [
      request(["Content-Length: 5", "Transfer-Encoding: chunked"], `0\r\n\r\n${hidden()}`),
      request(["Content-Length: 0", `Content-Length: ${bodyOf().length}`], bodyOf()),
      request(["Transfer-Encoding: chunked", "Transfer-Encoding: identity"], `0\r\n\r\n${hidden()}`),
      request(["Transfer-Encoding: xchunked"], bodyOf()),
      request([`Content-Length: +${bodyOf().length}`], bodyOf()),
      request([`Content-Length: ${bodyOf().length}`], bodyOf(), "\n"),
      request(["Transfer-Encoding: chunked"], `fffffffffffffffff\r\n${bodyOf()}\r\n0\r\n\r\n`),
    ];
    for (const attempt of attempts) {
      const statuses = statusesOf(await exchange(port, [attempt]));
      expect(
        statuses.filter((status) => status === "201"),
        attempt.slice(0, 300),
      ).toEqual([]);
      expect(statuses.every((status) => status.startsWith("4"))).toBe(true);
    }
    expect(await votes()).toBe(0);
  });

  it("with 20 KB of headers, or a megabyte in chunks, is turned away", async () => {
    await start();
    const big = request([`X-Padding: ${"x".repeat(20_000)}`, "Content-Length: 0"], "");
    expect(statusesOf(await exchange(port, [big]))).toEqual(["431"]);
    const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    const endless = request(["Transfer-Encoding: chunked"], chunk.repeat(64));
    expect(statusesOf(await exchange(port, [endless], /^HTTP\/1\.1 \d{3}.*\r\n\r\n/s))).toEqual(["413"]);
    expect(await votes()).toBe(0);
  });

  it("that is sent slowly does not hold a connection for long, and others are served meanwhile", async () => {
    await start(1_000);
    const body = bodyOf();
    const drip = [...body].flatMap((letter) => [letter, 400]);
    const slowBody = exchange(port, [request([`Content-Length: ${body.length}`], ""), ...drip]);
    const slowHead = exchange(port, ["POST /api/nominations HTTP/1.1\r\n", 5_000, "Host: localhost\r\n"]);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(statusesOf(await slowHead)).toEqual(["408"]);
    expect(statusesOf(await slowBody)).toEqual(["408"]);
    expect(await votes()).toBe(0);
  });
});
