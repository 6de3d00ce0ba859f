import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Paper } from "../../../src/core/model/site.ts";

/** Where Firefox lies on this machine; undefined if it is not installed. */
export const firefoxPath = [process.env.FIREFOX_PATH, "/usr/bin/firefox-esr", "/usr/bin/firefox"].find(
  (path) => path && existsSync(path),
);

/** Firefox, driven through WebDriver BiDi: no driver program is needed. */
export interface Firefox {
  /** Prints a page as a reader would whose dialog is left as it is. @param url address of a page or file */
  print(url: string, options: FirefoxPrint): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface FirefoxPrint {
  readonly paper: Paper;
  readonly scale?: number;
}

const centimetres: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 21, height: 29.7 },
  letter: { width: 21.59, height: 27.94 },
};
/** Of print.css, in centimetres: the protocol has margins of its own unless it is told. */
const margin = { top: 1.6, right: 1.8, bottom: 1.8, left: 2.2 };

/** Starts Firefox without a window, in a profile of its own. */
export async function openFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), "praktika-firefox-"));
  const args = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile];
  const child = spawn(path, args, { stdio: ["ignore", "ignore", "pipe"] });
  const socket = new WebSocket(`${await readAddress(child)}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("Firefox does not answer"));
  });
  const ask = createAsk(socket);
  await ask("session.new", { capabilities: {} });
  const { contexts } = await ask<{ contexts: readonly { context: string }[] }>("browsingContext.getTree", {});
  const context = contexts[0]?.context;
  return {
    async print(url, { paper, scale = 1 }) {
      await ask("browsingContext.navigate", { context, url, wait: "complete" });
      const page = centimetres[paper];
      const { data } = await ask<{ data: string }>("browsingContext.print", { context, page, margin, scale });
      return Buffer.from(data, "base64");
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The address that Firefox says it listens at. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (part) => {
      said += part;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once("exit", () => reject(new Error(`Firefox ended: ${said}`)));
  });
}

function createAsk(socket: WebSocket) {
  const waiting = new Map<number, (reply: { readonly result: unknown; readonly message?: string }) => void>();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data));
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  };
  return async <Value>(method: string, params: object): Promise<Value> => {
    const id = ++last;
    const reply = await new Promise<{ readonly result: unknown; readonly message?: string }>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (reply.message !== undefined) throw new Error(`${method}: ${reply.message}`);
    return reply.result as Value;
  };
}
