import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

/** There is no browser on this machine, or it does not start. */
export class NoBrowser extends Error {}

/**
 * Starts a browser in a fresh profile: the one that CHROME_PATH names, else an installed Chrome or Chromium, else the one in
 * the npm package @sparticuz/chromium (Linux). Throws `NoBrowser`.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env.CHROME_PATH, ...usualPaths].find((path) => path && existsSync(path));
  try {
    if (installed) return await chromium.launch({ executablePath: installed, args: flags });
    if (process.platform !== "linux") throw new Error("no Chrome or Chromium found");
    return await launchPackaged();
  } catch (error) {
    throw new NoBrowser(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

/**
 * Unpacks the browser of @sparticuz/chromium with its own libraries, which bare containers lack, into a folder of its own:
 * of two processes side by side, one would start what the other is still unpacking.
 */
async function launchPackaged(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "praktika-chromium-"));
  const { TMPDIR, FONTCONFIG_PATH } = process.env;
  process.env.TMPDIR = folder;
  process.env.FONTCONFIG_PATH = join(folder, "fonts");
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs24.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    const executablePath = await packaged.executablePath();
    // The package's own list of folders knows only /tmp/fonts. Without any font of the machine no web font loads either.
    writeFileSync(join(folder, "fonts/fonts.conf"), fontconfig(folder));
    const browser = await chromium.launch({ executablePath, args: flags });
    browser.on("disconnected", () => rmSync(folder, { recursive: true, force: true }));
    return browser;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, FONTCONFIG_PATH })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

const fontconfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
