import { spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { runCommandLine } from "../src/cli/run-command-line.ts";

const program = fileURLToPath(new URL("../src/cli/praktika.js", import.meta.url));

/** The folder of a fixture below test/fixtures. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}

export interface Run {
  /** The exit code; null for a process that was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs a command in this process. How long it takes shows nowhere: there is no line about its progress. */
export async function runPraktika(args: readonly string[], environment: Environment = {}): Promise<Run> {
  const written = { stdout: "", stderr: "" };
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    const status = await runCommandLine(args, {
      out: (text) => {
        written.stdout += text;
      },
      error: (text) => {
        written.stderr += text;
      },
      isTerminal: false,
      colour: false,
      input: undefined,
      environment: { ...process.env },
      progressAfterMs: Number.POSITIVE_INFINITY,
    });
    return { status, ...written };
  } finally {
    for (const name of Object.keys(environment)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** Ends a program that hangs; far longer than anything a test asks for takes, also on a busy machine. */
const hangsAfterMs = 300_000;

/**
 * Runs the program as a person would, in a process of its own: where the process itself is tested. It is killed if it hangs; its
 * status is then null.
 */
export function runProcess(args: readonly string[], environment: Environment = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    timeout: hangsAfterMs,
    killSignal: "SIGKILL",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: "1", ...environment },
  });
  return { status, stdout, stderr };
}

/** Whom root becomes, who may read everything: nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Whether there is an account here that the system can keep from reading, and that can run the program. */
export const hasOrdinaryUser =
  process.platform !== "win32" &&
  spawnSync(process.execPath, ["-e", `require("fs").readFileSync(${JSON.stringify(program)})`], nobody).status === 0;

/** Runs the program for a folder as somebody who is not root and whom the folder belongs to. */
export function runOrdinarily(root: string, args: readonly string[]): Run {
  giveAway(root);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, "--root", root, "--lang", "en"], {
    ...nobody,
    encoding: "utf8",
    timeout: hangsAfterMs,
    killSignal: "SIGKILL",
    env: { ...process.env, HOME: root, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

/**
 * The same in this process, which is far quicker: for what cannot be read. What cannot be written needs `runOrdinarily`, as only the
 * effective user changes here, and access(2) asks for the real one.
 */
export async function readOrdinarily(root: string, args: readonly string[]): Promise<Run> {
  giveAway(root);
  // Only root may become somebody else, and root again.
  if (nobody.uid !== undefined) process.seteuid?.(nobody.uid);
  try {
    return await runPraktika([...args, "--root", root, "--lang", "en"], { HOME: root });
  } finally {
    if (nobody.uid !== undefined) process.seteuid?.(0);
  }
}

/** Starts a server of the program likewise; it is stopped after the test. Returns its address. */
export function startOrdinarily(root: string, args: readonly string[]): Promise<string> {
  giveAway(root);
  const server = spawn(process.execPath, [program, ...args, "--root", root, "--lang", "en"], {
    ...nobody,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, HOME: root, NO_COLOR: "1" },
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  onTestFinished(async () => {
    server.kill();
    await ended;
  });
  let said = "";
  return new Promise((resolve, reject) => {
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const [url] = /http:\/\/\S+\//.exec(said) ?? [];
      if (url) resolve(url);
    });
    server.once("exit", () => reject(new Error(said)));
  });
}

function giveAway(root: string): void {
  if (nobody.uid === undefined) return;
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path));
  for (const path of [root, ...paths]) chownSync(path, nobody.uid, nobody.gid);
}

/** A new folder that holds copies of the given fixtures, one over the other; removed after the test. */
export function temporaryRoot(...fixtures: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "praktika-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of fixtures) cpSync(fixture(name), root, { recursive: true });
  return root;
}
