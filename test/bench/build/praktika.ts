import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sourceInCorpus } from "./corpus-practices.ts";
import type { Generator } from "./generator.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));

/** Praktika as users run it. npm scripts have the project's own Node first in their path, so that this process runs on it, too. */
export function findPraktika(): Generator {
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
  return {
    name: "Praktika",
    version,
    layOut: (corpus, folder) => cpSync(corpus, folder, { recursive: true }),
    build: (folder, profile) => ({
      file: process.execPath,
      args: ["src/cli/praktika.js", "build", "--root", folder, "--profile", profile],
      cwd: project,
    }),
    serve: (folder, port) => ({
      file: process.execPath,
      args: ["src/cli/praktika.js", "dev", "--root", folder, "--port", String(port)],
      cwd: project,
    }),
    output: "dist",
    remains: ["dist", ".praktika"],
    sourceOf: sourceInCorpus,
    addressOf: ({ id }) => `/bg/practices/${id}/`,
    pageOf: ({ id }) => `dist/bg/practices/${id}/index.html`,
  };
}
