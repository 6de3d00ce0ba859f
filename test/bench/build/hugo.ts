import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listPractices, peerFolder, readPractice, styleSheets, themeNames } from "./corpus-practices.ts";
import type { Absent, Generator } from "./generator.ts";

/** The `hugo` of the PATH. */
export function findHugo(): Generator | Absent {
  const { stdout, error } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  const version = /v(\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
  if (error || !version) return { name: "Hugo", reason: "no hugo on the PATH" };
  return {
    name: "Hugo",
    version,
    layOut,
    build: (folder) => ({ file: "hugo", args: ["--quiet"], cwd: folder }),
    serve: (folder, port) => ({
      file: "hugo",
      args: ["server", "--bind", "127.0.0.1", "--port", String(port), "--disableLiveReload", "--quiet"],
      cwd: folder,
    }),
    output: "public",
    remains: ["public", "resources", ".hugo_build.lock"],
    sourceOf: ({ id }) => `content/practices/${id}.md`,
    addressOf: ({ id }) => `/practices/${id}/`,
    pageOf: ({ id }) => `public/practices/${id}/index.html`,
  };
}

function layOut(corpus: string, folder: string): void {
  cpSync(peerFolder("hugo"), folder, { recursive: true });
  cpSync(styleSheets, join(folder, "static/css"), { recursive: true });
  writeFileSync(join(folder, "config/_default/params.json"), `{ "themes": ${themeNames()} }`);
  mkdirSync(join(folder, "content/practices"), { recursive: true });
  for (const practice of listPractices(corpus)) {
    // Years become a taxonomy; grouping by date in a template is slower.
    const text = readPractice(corpus, practice).replace("---\n", `---\nyears: ["${practice.year}"]\n`);
    writeFileSync(join(folder, `content/practices/${practice.id}.md`), text);
  }
}
