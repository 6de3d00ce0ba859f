import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";

/** Compares text with a file of the repository. `npm run test:update` writes the file anew; look at the difference. */
export function expectGolden(text: string, file: string): void {
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${file} is missing; npm run test:update writes it`).toBe(true);
  expect(text).toBe(readFileSync(file, "utf8"));
}
