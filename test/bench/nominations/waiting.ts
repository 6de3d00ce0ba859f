import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openDialog, openPractice, success, workButton } from "../../e2e/dialog.ts";
import { serveNominations } from "../../e2e/endpoint.ts";
import type { Site } from "../../e2e/site.ts";
import { launchBrowser } from "../../setup/browser.ts";

/*
 * How long honest readers wait, in a browser slowed down six times, from the press to the thanks: an office of 60 behind one
 * address, one after the other, and then readers at each price. The site has to be built before:
 *
 *   npx node src/cli/praktika.js build --out /tmp/site && npx node test/bench/nominations/waiting.ts /tmp/site
 */

const slower = 6;
const [folder = "dist", readers = "60"] = process.argv.slice(2);

async function waitOf(browser: Browser, site: Site, practice: string): Promise<number> {
  const reader = await openPractice(browser, site, practice, { language: "bg" });
  const session = await reader.page.context().newCDPSession(reader.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await openDialog(reader, "work");
  await workButton(reader.page).waitFor();
  const begun = performance.now();
  await workButton(reader.page).click();
  await success(reader.page).waitFor({ timeout: 600_000 });
  const waited = (performance.now() - begun) / 1000;
  await reader.page.context().close();
  return waited;
}

async function withSite(shares: Readonly<Record<"quota" | "office", number>>, use: (site: Site) => Promise<void>) {
  const state = mkdtempSync(join(tmpdir(), "praktika-waiting-"));
  const server = await serveNominations(folder, state, shares);
  try {
    await use({ folder, url: server.url, votes: server.votes, close: async () => undefined });
  } finally {
    await server.close();
    rmSync(state, { recursive: true, force: true });
  }
}

const describe = (waits: readonly number[]): string => {
  const sorted = [...waits].sort((a, b) => a - b);
  return `median ${sorted[sorted.length >> 1]?.toFixed(1)} s, longest ${sorted.at(-1)?.toFixed(1)} s of ${waits.length}`;
};

const browser = await launchBrowser();
try {
  await withSite({ quota: 5, office: 60 }, async (site) => {
    const waits: number[] = [];
    for (let at = 0; at < Number(readers); at++) waits.push(await waitOf(browser, site, "srednogorie-2020"));
    console.log(`a household of 5: ${describe(waits.slice(0, 5))}`);
    console.log(`an office of ${readers}: ${describe(waits)}; counted ${await site.votes("srednogorie-2020")}`);
  });
  // Shares of one vote, so that each vote is at the next price. The price of level 1 is the office's, above.
  const practices = ["srednogorie-2020", "kvartalen-byudzhet", "informatsionen-tsentar-na-edno-gishe"];
  await withSite({ quota: 1, office: 1 }, async (site) => {
    for (const level of [0, 2, 3, 4, 5]) {
      const waits: number[] = [];
      for (const practice of practices) waits.push(await waitOf(browser, site, practice));
      console.log(`level ${level}: ${describe(waits)}`);
    }
  });
} finally {
  await browser.close();
}
