import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "../../src/state/make-folder.ts";

/*
 * `npm run test:engines`: the tests of the package with other versions of Node as well. They are fetched from the registry when
 * they are asked for, because each takes 180 MB.
 */

const project = fileURLToPath(new URL("../..", import.meta.url));
const versions = ["22"];

const nodes = versions.map((version) => {
  const folder = join(project, ".praktika/engines", version);
  makeFolder(folder);
  const install = ["install", "--prefix", folder, "--no-save", "--allow-scripts=node", `node@${version}`];
  execFileSync("npm", install, { stdio: "inherit" });
  return join(folder, "node_modules/node/bin/node");
});
const env = { ...process.env, PRAKTIKA_NODES: nodes.join(":") };
execFileSync("npx", ["vitest", "run", "test/package"], { cwd: project, stdio: "inherit", env });
