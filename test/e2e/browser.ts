import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

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

/** Nothing that talks to anyone but the page's own server. */
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

/** Starts a browser in a fresh profile: an installed Chrome or Chromium, else the one in @sparticuz/chromium. */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env.CHROME_PATH, ...usualPaths].find((path) => path && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: flags });
  return launchPackaged();
}

/**
 * Unpacks the browser of @sparticuz/chromium with its own libraries, which bare containers lack, into a folder of this
 * process: test files run side by side, and one would start what another is still unpacking.
 */
async function launchPackaged(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "praktika-chromium-"));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs24.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    const browser = await chromium.launch({ executablePath: await packaged.executablePath(), args: flags });
    browser.on("disconnected", () => rmSync(folder, { recursive: true, force: true }));
    return browser;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
