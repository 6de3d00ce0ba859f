import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, vi } from "vitest";
import { essentialVariables } from "../../setup/processes.ts";
import { patient } from "../patient.ts";

const program = resolve("src/nomination/entries/node.ts");

/** The endpoint as a server of its own, in a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly cwd: string;
  /** What it has written so far. */
  readonly output: { stdout: string; stderr: string };
  readonly exited: Promise<number | null>;
  /** The port, once it says that it has started. */
  started(): Promise<number>;
}

export interface ProcessOptions {
  /** Run in a shell before the program, such as `ulimit -f 100;`. */
  readonly shellPrefix?: string;
  readonly uid?: number;
}

const running = new Set<ChildProcess>();

/** Kills what tests have started and not ended. */
export function endServers(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Starts the program in an empty folder below `folder`, with these variables and no others. */
export async function startServer(
  folder: string,
  variables: Readonly<Record<string, string>>,
  { shellPrefix, ...options }: ProcessOptions = {},
): Promise<ServerProcess> {
  const cwd = await mkdtemp(join(folder, "server-"));
  const env = { ...essentialVariables(), PORT: "0", ...patient, ...variables };
  const child = shellPrefix
    ? spawn("/bin/sh", ["-c", `${shellPrefix} exec "$0" "$@"`, process.execPath, program], { cwd, env })
    : spawn(process.execPath, [program], { cwd, env, ...options });
  running.add(child);
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (bytes) => (output.stdout += bytes));
  child.stderr.on("data", (bytes) => (output.stderr += bytes));
  const exited = new Promise<number | null>((resolve) =>
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  const started = async (): Promise<number> => {
    await vi.waitFor(() => expect(output.stdout + output.stderr).toMatch(/"event":"start|praktika:/), 120_000);
    const port = /"event":"started".*"port":(\d+)/.exec(output.stdout)?.[1];
    if (!port) throw new Error(`${output.stdout}${output.stderr}`);
    return Number(port);
  };
  return { child, cwd, output, exited, started };
}
