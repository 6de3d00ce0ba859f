import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { slugify } from "../../core/language/slug.ts";

interface Manifest {
  readonly [key: string]: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const scripts = {
  start: "praktika build && praktika serve",
  dev: "praktika dev",
  build: "praktika build",
  check: "praktika check",
};

/** The package.json of an archive: what `present` says stays; the scripts and the one dependency are added where they are missing. */
export function composeManifest(present: Manifest | undefined, name: string, spec: string): string {
  const isNamed = "praktika" in { ...present?.dependencies, ...present?.devDependencies };
  // `npm init` and `npm install` leave a script that only fails.
  const { test, ...own } = present?.scripts ?? {};
  const kept = test?.includes("no test specified") ? own : (present?.scripts ?? {});
  const manifest: Manifest = {
    ...(present ?? { name: slugify(name) || "archive" }),
    private: true,
    scripts: { ...scripts, ...kept },
    ...(!isNamed && { dependencies: { ...present?.dependencies, praktika: spec } }),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** How npm finds this very program again for the archive in a folder: as it was installed, else as a folder or by its version. */
export function findOwnSpec(folder: string): string {
  const program = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[/\\]$/, "");
  const toFile = (path: string): string => `file:${relative(folder, path).split(sep).join("/")}`;
  if (!program.split(sep).includes("node_modules")) return toFile(program);
  const installer = resolve(program, "../..");
  const spec = readManifest(installer)?.dependencies?.praktika;
  if (spec?.startsWith("file:")) return toFile(resolve(installer, spec.slice("file:".length)));
  return spec ?? `^${String(readManifest(program)?.version)}`;
}

/** The package.json of a folder, if there is one. */
export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
