import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Packages that one test or benchmark needs. `npm run test:engines` fetches them, so that `npm ci` does without them. */
export const rareTools = {
  "vnu-jar": "25.11.25",
  "tesseract.js": "7.0.0",
  "@tesseract.js-data/eng": "1.0.0",
} as const;

/** Where `npm run test:engines` puts what it fetches. */
export const enginesFolder = fileURLToPath(new URL("../../.praktika/engines", import.meta.url));

/** @returns the path of a module of one of these packages, or undefined if they were not fetched */
export function findRareTool(module: string): string | undefined {
  try {
    return createRequire(join(enginesFolder, "tools/package.json")).resolve(module);
  } catch {
    return undefined;
  }
}

/** @throws with the command that fetches them, if they were not fetched */
export async function importRareTool(module: string): Promise<Record<string, unknown>> {
  const path = findRareTool(module);
  if (path === undefined) throw new Error(`${module} is not here: npm run test:engines fetches it.`);
  return import(pathToFileURL(path).href);
}
