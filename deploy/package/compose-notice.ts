import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Packages whose files were copied into the repository, beside those that the bundler names. */
const copied: Readonly<Record<string, string>> = {
  "@fontsource-variable/source-serif-4": "templates/assets/fonts, social-image-fonts: subsets",
  "@fontsource-variable/source-sans-3": "templates/assets/fonts, social-image-fonts: subsets",
  "world-atlas": "the outline of Bulgaria, from Natural Earth (public domain)",
};

/** The licences of everything that the package holds and others have made. @param inputs files that a bundler read */
export function composeNotice(project: string, inputs: readonly string[]): string {
  const names = new Set([...Object.keys(copied), ...inputs.flatMap((path) => packageOf(path) ?? [])]);
  const parts = [...names].sort().map((name) => describe(project, name));
  const head = "Praktika holds parts of these packages. Each comes with its own licence:";
  return `${[head, ...parts].join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

function packageOf(path: string): string | undefined {
  return /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

/** Throws if nobody can tell under which licence a package may be given on. */
function describe(project: string, name: string): string {
  const folder = join(project, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(un)?licen[cs]e/i.test(entry));
  if (!file && !license) throw new Error(`${name} names no licence`);
  const use = copied[name] ? `\n(${copied[name]})` : "";
  const text = file ? `\n\n${readFileSync(join(folder, file), "utf8").trim()}` : "";
  return `${name} ${version} – ${license}${use}${text}`;
}
