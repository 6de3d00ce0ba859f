import { existsSync } from "node:fs";
import module from "node:module";

/** In the repository Node runs the sources themselves; the package holds what they were compiled to instead. */
export async function launch() {
  module.enableCompileCache?.();
  const sources = new URL("./main.ts", import.meta.url);
  await import(existsSync(sources) ? sources.href : new URL("../../lib/cli/main.js", import.meta.url).href);
}
