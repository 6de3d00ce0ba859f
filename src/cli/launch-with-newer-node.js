import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Starts the program again with the Node that is a development dependency of the repository. @param refuse called if there is none */
export function launchWithNewerNode(refuse) {
  let node;
  try {
    node = createRequire(import.meta.url).resolve("node/bin/node");
  } catch {
    return refuse();
  }
  const program = fileURLToPath(new URL("./praktika.js", import.meta.url));
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code === null ? 70 : code));
}
