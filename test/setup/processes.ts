import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/*
 * A test that starts a process marks it by a variable of the environment, which the process hands on to those that it starts
 * itself. So all of them are found again, whoever forgot them and however the test ended. Linux only: elsewhere nothing is found.
 */

const variable = "PRAKTIKA_TEST";

/** Marks every process that this one starts from now on. */
export function markProcesses(mark: string): void {
  process.env[variable] = mark;
}

/** Variables for a process that is started without the rest of the environment. */
export function essentialVariables(): Record<string, string> {
  const names = [variable, "NODE_COMPILE_CACHE"];
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? ""]));
}

interface FoundProcess {
  readonly pid: number;
  readonly command: string;
}

/** The running processes whose mark begins like this. */
function findProcesses(mark: string): readonly FoundProcess[] {
  return listProcessIds().flatMap((pid) => {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      if (!environment.some((line) => line.startsWith(`${variable}=${mark}`))) return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      // The helper of esbuild ends with the process that loaded esbuild.
      return command.includes("esbuild --service") ? [] : [{ pid, command }];
    } catch {
      // It has ended, or is somebody else's.
      return [];
    }
  });
}

function listProcessIds(): readonly number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Kills what still runs of the processes with a mark. Returns their commands; those that are about to end do not count. */
export async function endProcesses(mark: string, graceMs: number): Promise<readonly string[]> {
  const deadline = Date.now() + graceMs;
  let left = findProcesses(mark);
  while (left.length > 0 && Date.now() < deadline) {
    await wait(50);
    left = findProcesses(mark);
  }
  for (const { pid } of left) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended meanwhile.
    }
  }
  return left.map(({ command }) => command);
}
