import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const program = fileURLToPath(new URL("webkit.py", import.meta.url));
/** The system's own Python: the bindings of WebKitGTK belong to it. */
const python = "/usr/bin/python3";
const bindings = 'import gi; gi.require_version("WebKit2", "4.1"); from gi.repository import WebKit2';

/** Whether WebKitGTK with its Python bindings and a display without a screen are installed. */
export function hasWebKit(): boolean {
  const ends = (command: string, args: readonly string[]) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
  return ends("which", ["xvfb-run"]) && ends(python, ["-c", bindings]);
}

/** Prints a page on A4, in a process that ends with it. */
export async function printInWebKit(url: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "praktika-webkit-"));
  const file = join(folder, "page.pdf");
  // A container lets no process make a sandbox of its own; the pages are ours.
  const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  try {
    await promisify(execFile)("xvfb-run", ["-a", python, program, url, file], { env });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
