import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tokenTtlSeconds } from "../../../src/core/protocol.ts";
import { codeOf } from "../../../src/nomination/captcha/own-captcha.ts";
import { toBase64Url } from "../../../src/nomination/encoding.ts";
import { createKeyRing } from "../../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../../src/nomination/node/node-primitives.ts";
import { sealToken } from "../../../src/nomination/token.ts";
import { patient } from "../patient.ts";

const practices = ["solar-roofs", "one-stop-shop", "mobile-library"] as const;
export const secret = "a-secret-that-only-tests-may-know-32";
const program = fileURLToPath(new URL("../../../src/cli/praktika.js", import.meta.url));

/** `praktika serve` in a process of its own. */
export interface ServeProcess {
  /** Without a slash at the end. */
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends the process by a signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** A root with a built site of three practices, removed when this process ends. */
export function siteRoot(): string {
  const root = mkdtempSync(join(tmpdir(), "praktika-serve-"));
  mkdirSync(join(root, "dist"));
  writeFileSync(join(root, "dist", "index.html"), "<!doctype html><title>site</title>");
  writeFileSync(join(root, "dist", "nominees.json"), JSON.stringify(practices));
  process.once("exit", () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));
  return root;
}

const running = new Set<ChildProcess>();

/** Kills what a test has started and not ended, perhaps because it failed, and waits until it is gone. */
export async function endServeProcesses(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      child.kill("SIGKILL");
      await once(child, "exit");
    }),
  );
}

export interface ServeOptions {
  /** Run in a shell before the program, such as `ulimit -f 100;`. */
  readonly shellPrefix?: string;
  /** Variables of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startServe(root: string, options: ServeOptions = {}): Promise<ServeProcess> {
  const { shellPrefix } = options;
  const args = [program, "serve", "--root", root, "--port", "0", "--lang", "en", "--verbose"];
  const env = {
    ...process.env,
    PRAKTIKA_SECRET: secret,
    PRAKTIKA_QUOTA_PRACTICE: "999999",
    PRAKTIKA_QUOTA_NETWORK: "999999",
    DATABASE_URL: "",
    ...patient,
    ...options.settings,
  };
  const child = shellPrefix
    ? spawn("/bin/sh", ["-c", `${shellPrefix} exec "$0" "$@"`, process.execPath, ...args], { env })
    : spawn(process.execPath, args, { env });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (text) => {
      said += text;
      const found = /http:\/\/localhost:(\d+)\//.exec(said);
      if (found) resolve(`http://localhost:${found[1]}`);
    });
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  const gone = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return {
    url,
    child,
    end: (signal) => {
      child.kill(signal);
      return gone;
    },
  };
}

export interface PreparedBallot {
  readonly practice: string;
  readonly token: string;
  readonly answer: string;
  readonly receipt: string;
}

/** Ballots with right answers, sealed with the secret that the processes have. */
export async function prepareBallots(count: number): Promise<readonly PreparedBallot[]> {
  const keys = await createKeyRing([secret], nodePrimitives);
  const expiresAt = Math.floor(Date.now() / 1000) + tokenTtlSeconds;
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const practice = practices[index % practices.length] ?? "";
      const challenge = { practice, kind: "code" as const, level: 0, nonce: nodePrimitives.random(16), expiresAt };
      const answer = await codeOf(challenge, { keys: keys.current, primitives: nodePrimitives });
      const token = await sealToken(challenge, keys, nodePrimitives);
      return { practice, token, answer, receipt: toBase64Url(challenge.nonce) };
    }),
  );
}

/** Sends a ballot; undefined if the connection broke before an answer. */
export async function send(url: string, { practice, token, answer }: PreparedBallot): Promise<Response | undefined> {
  const body = JSON.stringify({ practice, token, answer });
  const headers = { "Content-Type": "application/json", Origin: url };
  return fetch(`${url}/api/nominations`, { method: "POST", headers, body }).catch(() => undefined);
}
