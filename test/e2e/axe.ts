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

/** What of axe's rules looks at colours: nothing else differs in the dark. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** Expects that axe finds nothing on a page, on a phone and on a desk, light and dark. Leaves it light and wide. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await runAxe(page, { type: "tag", values: tags }), `light, ${width} px`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await runAxe(page, { type: "rule", values: colourRules }), "dark").toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}
