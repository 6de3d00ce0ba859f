import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { inject } from "vitest";

/** The folder of the demonstration site, built with Praktika's own templates. All test files share it: nobody may write there. */
export function demonstrationSite(links: "pretty" | "files"): Promise<string> {
  return ask(`/site/${links}`);
}

/** Waiting in a page fails after this; nothing that works takes nearly as long, also on a busy machine. */
export const pageTimeoutMs = 120_000;

/** The browser of the run. Closing it closes only what was opened by this call. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.connect(await ask("/browser"));
  const newContext = browser.newContext.bind(browser);
  // Pages that are opened without a context get one from here as well.
  browser.newContext = async (options?: BrowserContextOptions) => {
    const context = await newContext(options);
    context.setDefaultTimeout(pageTimeoutMs);
    return context;
  };
  return browser;
}

async function ask(path: string): Promise<string> {
  const response = await fetch(inject("sharedServices") + path);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
