import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Run } from "../run-praktika.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** Makes the package as it would be published. Returns the path of the tarball. */
export function pack(folder: string): string {
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: project,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
}

/** Files of a tarball, without the folder `package/` that npm puts around them. */
export function listPacked(tarball: string): readonly string[] {
  return execFileSync("tar", ["tzf", tarball], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""));
}

/**
 * Installs a tarball into a folder as npm would, without a registry: the packages that it depends on, and no others, are copied
 * from the repository.
 */
export function installPacked(tarball: string, folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "praktika"), { recursive: true });
  execFileSync("tar", ["xzf", tarball, "-C", join(modules, "praktika"), "--strip-components", "1"]);
  for (const path of requiredPackages()) cpSync(join(project, path), join(folder, path), { recursive: true });
  if (!readdirSync(folder).includes("package.json"))
    writeFileSync(join(folder, "package.json"), '{"private": true, "dependencies": {"praktika": "*"}}\n');
}

/** Paths of packages that the lock file knows for more than development: what an archive gets without asking for more. */
function requiredPackages(): readonly string[] {
  interface LockedPackage {
    readonly dev?: boolean;
    readonly peer?: boolean;
    readonly optional?: boolean;
    readonly devOptional?: boolean;
  }
  const { packages } = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));
  return Object.entries(packages as Record<string, LockedPackage>)
    .filter(([path, { dev, peer, optional, devOptional }]) => path && !dev && !peer && !optional && !devOptional)
    .map(([path]) => path);
}

/** Runs the installed program with a certain Node, in a folder. */
export function runInstalled(node: string, cwd: string, args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(node, [programIn(cwd), ...args], {
    cwd,
    encoding: "utf8",
    env: environment(),
  });
  return { status, stdout, stderr };
}

/** Starts the installed program as a server. Returns its address, without a slash at the end, and what ends it. */
export async function startInstalled(node: string, cwd: string, args: readonly string[], settings = {}) {
  const child = spawn(node, [programIn(cwd), ...args], { cwd, env: { ...environment(), ...settings } });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const [, found] = /(http:\/\/localhost:\d+)\//.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(said)));
  });
  return {
    url,
    end: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Nothing of npm and of the tests' own settings. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...others } = process.env;
  return { ...others, NO_COLOR: "1", LANG: "en", LC_ALL: "", LC_MESSAGES: "" };
}

function programIn(folder: string): string {
  return join(folder, "node_modules/praktika/src/cli/praktika.js");
}
