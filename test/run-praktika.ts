import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const program = fileURLToPath(new URL("../src/cli/praktika.js", import.meta.url));

/** The folder of a fixture below test/fixtures. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longer than anything a test asks for takes. */
const longestMilliseconds = 60_000;

/** Runs the program as a person would, in a process of its own, which is killed if it hangs: its status is then null. */
export function runPraktika(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    timeout: longestMilliseconds,
    killSignal: "SIGKILL",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: "1", ...environment },
  });
  return { status, stdout, stderr };
}

/** A new folder that holds copies of the given fixtures, one over the other; removed after the test. */
export function temporaryRoot(...fixtures: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "praktika-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of fixtures) cpSync(fixture(name), root, { recursive: true });
  return root;
}
