import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listPractices, peerFolder, readPractice, styleSheets, themeNames } from "./corpus-practices.ts";
import type { Absent, Generator } from "./generator.ts";

const version = "3.1.8";
const cache = fileURLToPath(new URL("../../../node_modules/.cache/praktika-bench", import.meta.url));

/**
 * Eleventy, installed by npm into a cache the first time. It has nothing that would make a second build cheaper: its
 * `--incremental` wants to be told, or to have watched, which file has changed.
 */
export function findEleventy(): Generator | Absent {
  const home = join(cache, `eleventy-${version}`);
  const failure = existsSync(home) ? undefined : install(home);
  if (failure) return { name: "Eleventy", reason: failure };
  return {
    name: "Eleventy",
    version,
    layOut,
    build: (folder) => ({
      file: process.execPath,
      args: [join(home, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"],
      cwd: folder,
    }),
    serve: (folder, port) => ({
      file: process.execPath,
      args: [join(home, "node_modules/@11ty/eleventy/cmd.cjs"), "--serve", `--port=${port}`, "--quiet"],
      cwd: folder,
    }),
    output: "_site",
    remains: ["_site", ".cache"],
    sourceOf: ({ id }) => `src/practices/${id}.md`,
    addressOf: ({ id }) => `/practices/${id}/`,
    pageOf: ({ id }) => `_site/practices/${id}/index.html`,
  };
}

/** Returns why it could not be installed, if so. */
function install(home: string): string | undefined {
  console.error(`Installing Eleventy ${version} into ${cache}`);
  // Under another name until it is complete.
  const beginning = `${home}.part`;
  rmSync(beginning, { recursive: true, force: true });
  mkdirSync(beginning, { recursive: true });
  writeFileSync(join(beginning, "package.json"), '{ "private": true }');
  const args = ["install", "--no-audit", "--no-fund", "--ignore-scripts", `@11ty/eleventy@${version}`];
  const { status, error, stderr } = spawnSync("npm", ["--prefix", beginning, ...args], {
    cwd: beginning,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status === 0) renameSync(beginning, home);
  else return `npm could not install it: ${error?.message ?? stderr.trim().split("\n").at(0)}`;
}

function layOut(corpus: string, folder: string): void {
  cpSync(peerFolder("eleventy"), folder, { recursive: true });
  cpSync(styleSheets, join(folder, "static/css"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, "src/_data/themeNames.json"), themeNames());
  for (const practice of listPractices(corpus))
    writeFileSync(join(folder, `src/practices/${practice.id}.md`), readPractice(corpus, practice));
}
