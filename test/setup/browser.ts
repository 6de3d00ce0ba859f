import { existsSync } from "node:fs";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { unpackBrowser } from "./unpack-browser.ts";

const usualPaths = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** Nothing that talks to anyone but the pages it is given. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Signals are for the program: a printer that starts the browser again must not think that it has fallen over. */
const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } as const;

/** There is no browser on this machine, or it does not start. */
class NoBrowser extends Error {}

/**
 * How to start a browser: the one that CHROME_PATH names, else an installed Chrome or Chromium, else the one in the npm
 * package @sparticuz/chromium (Linux). Rejects if there is none.
 */
export async function chooseBrowser(): Promise<LaunchOptions> {
  const installed = findInstalled();
  if (installed) return { executablePath: installed, args: flags, ...signals };
  if (process.platform !== "linux") throw new Error("no Chrome or Chromium found");
  const { executablePath, environment } = await unpackBrowser();
  return { executablePath, args: flags, env: { ...process.env, ...environment }, ...signals };
}

/** Starts a browser in a fresh profile. Throws `NoBrowser`. */
export async function launchBrowser(): Promise<Browser> {
  try {
    return await chromium.launch(await chooseBrowser());
  } catch (error) {
    throw new NoBrowser(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

function findInstalled(): string | undefined {
  return [process.env.CHROME_PATH, ...usualPaths].find((path) => path && existsSync(path));
}
