import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Everything axe knows of WCAG 2.2 up to AA, and its best practices. */
export const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, as lines of rule, place and reason. */
export async function runAxe(page: Page, only: { type: "tag" | "rule"; values: string[] }): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
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

/** Expects that axe finds nothing on a page, light and dark, on a phone and on a desk. Leaves it light and wide. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await runAxe(page, { type: "tag", values: tags }), `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
}
