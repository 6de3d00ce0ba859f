import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Meter, Usage } from "./meter.ts";

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What a command took. */
export interface Cost extends Usage {
  /** Seconds from starting it to its end. */
  readonly wall: number;
}

export type Run =
  | { readonly cost: Cost; readonly failure?: undefined }
  | { readonly cost?: undefined; readonly failure: string };

/** Runs one command at a time, with nothing to read and its output captured. */
export interface Runner {
  readonly run: (command: Command) => Promise<Run>;
  /** Ends the command that is running, with all that it has started. */
  readonly stop: () => void;
}

const keptOutput = 4_000;

export function createRunner(meter: Meter): Runner {
  let running: ChildProcess | undefined;

  const run = async (command: Command): Promise<Run> => {
    const [file = "", ...args] = meter.wrap([command.file, ...command.args]);
    const began = performance.now();
    // Detached: a process group of its own, so that all of it can be ended.
    const child = spawn(file, args, { cwd: command.cwd, stdio: ["ignore", "pipe", "pipe"], detached: true });
    running = child;
    const stopWatching = meter.watch(child.pid);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output = (output + text).slice(-keptOutput);
      });
    const ended = await once(child, "close").catch((error: Error) => error);
    const wall = (performance.now() - began) / 1000;
    const usage = stopWatching();
    running = undefined;
    if (ended instanceof Error) return { failure: ended.message };
    const [code, signal] = ended;
    return code === 0
      ? { cost: { wall, ...usage } }
      : { failure: `${signal ?? `exit code ${code}`}: ${firstError(output)}` };
  };

  const stop = (): void => {
    if (running?.pid === undefined) return;
    try {
      process.kill(-running.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };

  return { run, stop };
}

function firstError(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  return lines.find((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== "") ?? "no output";
}
