import { accessSync, constants, mkdirSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";

/**
 * A folder for what the program makes once for all sites: beside its packages, in node_modules/.cache, where whoever can write can
 * change the program itself. Undefined where nothing can be written there.
 */
export function programCacheFolder(): string | undefined {
  // Any package that the program cannot do without shows where its packages lie.
  const manifest = findPackageJSON("zod", import.meta.url);
  if (!manifest) return undefined;
  const folder = join(dirname(manifest), "../.cache/praktika");
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined;
  }
}
