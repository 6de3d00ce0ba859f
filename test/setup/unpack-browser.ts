import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { programCacheFolder } from "../../src/site/incremental/program-cache.ts";

/** A browser that lies unpacked on the disk. */
export interface UnpackedBrowser {
  readonly executablePath: string;
  /** Where its own libraries and fonts are, which bare containers lack. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Unpacks the browser of @sparticuz/chromium, once for each version: that takes several times as long as starting it. It
 * lies beside the package, in `node_modules/.cache`, and not in a folder for everybody, where somebody else could have put
 * another program; where nothing can be written there, in a folder of this process alone. Rejects if the package is absent.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const folder = cacheFolder() ?? ownFolder();
  if (!existsSync(folder)) {
    const unfinished = mkdtempSync(`${folder}-`);
    await unpackInto(unfinished, folder);
    try {
      renameSync(unfinished, folder);
    } catch {
      // Another process was faster; what it made is the same.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return {
    executablePath: join(folder, "chromium"),
    environment: {
      FONTCONFIG_PATH: join(folder, "fonts"),
      LD_LIBRARY_PATH: [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
      HOME: process.env.HOME ?? homedir(),
    },
  };
}

/** What the npm package says of itself. */
function packagedVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")).version;
}

function packageFolder(): string {
  const folder = dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium")));
  return join(folder, "../..");
}

function cacheFolder(): string | undefined {
  const folder = programCacheFolder();
  return folder && join(folder, `chromium-${packagedVersion()}`);
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "praktika-chromium-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "chromium");
}

/** The package unpacks to where the system keeps temporary files, and takes that from the environment when it is loaded. */
async function unpackInto(folder: string, later: string): Promise<void> {
  const { TMPDIR, FONTCONFIG_PATH, LD_LIBRARY_PATH, AWS_LAMBDA_JS_RUNTIME } = process.env;
  process.env.TMPDIR = folder;
  // Makes the package bring its libraries.
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs24.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, FONTCONFIG_PATH, LD_LIBRARY_PATH, AWS_LAMBDA_JS_RUNTIME })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  // The package's own list of folders knows only /tmp/fonts. Without any font of the machine no web font loads either.
  writeFileSync(join(folder, "fonts/fonts.conf"), fontconfig(later));
}

const fontconfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
