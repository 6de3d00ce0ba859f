import { readFileSync } from "node:fs";

/** What the program can do only with packages that an archive installs if it wants them; they are peer dependencies. */
const features = {
  pdf: ["@myriaddreamin/typst-ts-node-compiler"],
  pictures: ["sharp"],
  word: ["mammoth"],
  tables: ["read-excel-file"],
  toml: ["smol-toml"],
  postgres: ["postgres"],
  editing: ["@sveltia/cms", "@fontsource-variable/material-symbols-outlined"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Feature = keyof typeof features;

/** Whether the packages of a feature can be loaded from here. */
export function isInstalled(feature: Feature): boolean {
  try {
    for (const name of features[feature]) import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** The command that installs what a feature needs, in the versions that the program was tried with. */
export function installCommand(feature: Feature): string {
  const manifest = new URL("../../package.json", import.meta.url);
  const { peerDependencies } = JSON.parse(readFileSync(manifest, "utf8"));
  // Quoted: ^ means something to the command line of Windows.
  return ["npm install", ...features[feature].map((name) => `"${name}@${peerDependencies[name]}"`)].join(" ");
}

/** The feature for which a package was missing when it should have been loaded; undefined for any other error. */
export function missingFeature(error: unknown): Feature | undefined {
  const { code, message = "" } = (error ?? {}) as NodeJS.ErrnoException;
  if (code !== "ERR_MODULE_NOT_FOUND") return undefined;
  const [, name = ""] = /Cannot find package '([^']+)'/.exec(message) ?? [];
  return (Object.keys(features) as Feature[]).find((feature) =>
    features[feature].some((known) => name === known || name.endsWith(`/node_modules/${known}`)),
  );
}
