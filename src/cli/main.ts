import pc from "picocolors";
import { keepHeapSmall } from "../site/keep-heap-small.ts";
import { exitOnSignals } from "./exit-on-signals.ts";
import { runCommandLine } from "./run-command-line.ts";

// A closed pipe, as of `| head`, is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const args = process.argv.slice(2);
// The garbage collector belongs to the whole process, so that a command must not set it for whoever calls it.
if (args[0] === "build" || args[0] === "check") keepHeapSmall();

process.exitCode = await runCommandLine(args, {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  columns: process.stderr.columns,
  colour: pc.isColorSupported && process.stdout.isTTY === true,
  input: process.stdin.isTTY ? { stream: process.stdin, echo: process.stderr, isTerminal: true } : undefined,
  environment: process.env,
  exitOnSignals,
});
