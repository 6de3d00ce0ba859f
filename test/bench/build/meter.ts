import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a process took beside time: CPU seconds and peak megabytes (2^20 bytes); undefined where it cannot be measured. */
export interface Usage {
  readonly cpu: number | undefined;
  readonly peak: number | undefined;
}

/** Measures a command, one at a time. */
export interface Meter {
  /** How it measures, in words. */
  readonly description: string;
  /** The command to start instead. */
  readonly wrap: (command: readonly string[]) => readonly string[];
  /** Watches what has been started; the function that it returns ends that and says what was used. */
  readonly watch: (pid: number | undefined) => () => Usage;
}

/** The best meter of this machine. @param folder for a file of its own */
export function createMeter(folder: string): Meter {
  const { status } = spawnSync(gnuTime, ["-o", "/dev/null", "-f", "%M", "true"]);
  if (status === 0) return createTimeMeter(join(folder, "usage"));
  if (existsSync("/proc/self/status")) return procMeter;
  return {
    description: "CPU and memory not measured: neither GNU time nor /proc here",
    wrap: (command) => command,
    watch: () => () => ({ cpu: undefined, peak: undefined }),
  };
}

/** BusyBox and macOS have another program under this name, without these options. */
const gnuTime = "/usr/bin/time";

/**
 * GNU time reports the kernel's own account (`wait4`) of a process and of the children it waited for. CPU is their sum; memory
 * (`ru_maxrss`) is the largest resident set that any one of them ever had, threads included. Node itself could not ask: it
 * starts processes in a copy of itself, and its size would be counted as theirs.
 */
function createTimeMeter(report: string): Meter {
  return {
    description: "CPU and memory by GNU time; memory is that of the largest process",
    wrap: (command) => [gnuTime, "-o", report, "-f", "%U %S %M", ...command],
    watch: () => () => {
      // A command that failed has a line about that before its figures; one that was killed may have nothing.
      const line = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n").at(-1) : "";
      const [user = 0, system = 0, kilobytes = 0] = (line ?? "").split(" ").map(Number);
      return { cpu: user + system, peak: kilobytes / 1024 };
    },
  };
}

/** Linux without GNU time: the process alone, looked at until it ends; what it does in its last 10 ms may be missed. */
const procMeter: Meter = {
  description: "CPU and memory read from /proc every 10 ms",
  wrap: (command) => command,
  watch: (pid) => {
    let usage: Usage = { cpu: undefined, peak: undefined };
    const timer = setInterval(() => {
      usage = lookAtProcess(pid) ?? usage;
    }, 10);
    return () => {
      clearInterval(timer);
      return usage;
    };
  },
};

const ticksPerSecond = 100;

function lookAtProcess(pid: number | undefined): Usage | undefined {
  try {
    const peak = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Fields 14 to 17, counted from 1: user and system time of its own, and of its children.
    const ticks = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 15)
      .map(Number);
    return peak > 0 ? { cpu: ticks.reduce((a, b) => a + b, 0) / ticksPerSecond, peak: peak / 1024 } : undefined;
  } catch {
    // It has ended.
    return undefined;
  }
}
