import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Everything axe knows of WCAG 2.2 up to AA, and its best practices. */
export const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every page compiles it anew: the small form takes half the time. */
const program = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What axe finds on a page, as lines of rule, place and reason. */
export async function runAxe(page: Page, only: { type: "tag" | "rule"; values: string[] }): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(program);
  return page.evaluate(async (runOnly) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly,
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
    );
  }, only);
}

/** The rules that look at colours: no other differs in the dark. */
export const colourRules = ["color-contrast", "link-in-text-block"];

/** The rules that look at where things stand: no other differs in a wide window, which shows nothing that a phone does not. */
export const layoutRules = [...colourRules, "target-size", "scrollable-region-focusable"];

/** Expects that axe finds nothing on a page, on a phone and on a desk, light and dark. Leaves it light and wide. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  expect.soft(await runAxe(page, { type: "tag", values: tags }), "light, 360 px").toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect.soft(await runAxe(page, { type: "rule", values: layoutRules }), "light, 1280 px").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await runAxe(page, { type: "rule", values: colourRules }), "dark").toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}
