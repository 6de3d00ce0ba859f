import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Looking, type Remark, wrong } from "./remark.ts";

/** Files by which a host builds the site by itself, from what is in git alone. */
const buildFiles = [".github/workflows/publish.yml", ".gitlab-ci.yml", "netlify.toml", "wrangler.jsonc"];

/** Whether a host that builds the site can install the program: nothing, or what it lacks. */
export function lookAtPackage({ folders: { root }, locale }: Looking): readonly Remark[] {
  const texts = locale.cli.doctor;
  const manifest = join(root, "package.json");
  if (!existsSync(manifest) || !buildFiles.some((file) => existsSync(join(root, file)))) return [];
  const spec = readSpec(readFileSync(manifest, "utf8"));
  const elsewhere = /^file:(\.\.[/\\].*|[/\\].*|[A-Za-z]:.*)$/.exec(spec)?.[1];
  if (elsewhere !== undefined) return [wrong(texts.packageElsewhere(elsewhere))];
  return existsSync(join(root, "package-lock.json")) ? [] : [wrong(texts.noLock)];
}

/** Where package.json takes Praktika from; "" if it does not say. */
function readSpec(text: string): string {
  try {
    const { dependencies, devDependencies } = JSON.parse(text);
    return String({ ...devDependencies, ...dependencies }.praktika ?? "");
  } catch {
    return "";
  }
}
