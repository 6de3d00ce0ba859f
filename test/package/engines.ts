import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "../../src/state/make-folder.ts";
import { enginesFolder, rareTools } from "../setup/rare-tools.ts";

/*
 * `npm run test:engines`: the tests of the package with other versions of Node as well, and those that need a rare tool. They
 * are fetched from the registry when they are asked for, because a Node takes 180 MB and the tools 90.
 */

const project = fileURLToPath(new URL("../..", import.meta.url));
const versions = ["22"];

function fetchPackages(name: string, packages: readonly string[]): string {
  const folder = join(enginesFolder, name);
  makeFolder(folder);
  const install = ["install", "--prefix", folder, "--no-save", "--allow-scripts=node", ...packages];
  execFileSync("npm", install, { stdio: "inherit" });
  return folder;
}

const nodes = versions.map((version) =>
  join(fetchPackages(version, [`node@${version}`]), "node_modules/node/bin/node"),
);
fetchPackages(
  "tools",
  Object.entries(rareTools).map(([name, version]) => `${name}@${version}`),
);
const env = { ...process.env, PRAKTIKA_NODES: nodes.join(":") };
execFileSync("npx", ["vitest", "run", "test/package", "test/e2e/html"], { cwd: project, stdio: "inherit", env });
