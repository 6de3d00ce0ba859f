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

/** Prints pages on A4, one after the other, in a process that ends with them. */
export async function printInWebKit(urls: readonly string[]): Promise<readonly Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), "praktika-webkit-"));
  const files = urls.map((_, index) => join(folder, `${index}.pdf`));
  // A container lets no process make a sandbox of its own; the pages are ours.
  const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  try {
    await promisify(execFile)(
      "xvfb-run",
      ["-a", python, program, ...urls.flatMap((url, index) => [url, files[index] ?? ""])],
      { env },
    );
    return files.map((file) => readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
