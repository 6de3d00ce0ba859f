import { existsSync } from "node:fs";
import { join } from "node:path";
import { readEditorLanguage } from "../../build/editor-language.ts";
import { resolveFolders } from "../../build/folders.ts";
import { serveFolder } from "../../dev/serve-folder.ts";
import { UsageError, type Values } from "../arguments.ts";
import { chooseLanguage, cliTextsOf, type Terminal } from "../terminal.ts";

const defaultPort = 4000;

/** `praktika serve`: the built site on this machine, until the process is stopped. */
export async function runServe(values: Values, terminal: Terminal): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), {
    out: typeof values.out === "string" ? values.out : undefined,
  });
  const texts = cliTextsOf(chooseLanguage(values.lang, readEditorLanguage(folders), terminal));
  if (!existsSync(join(folders.out, "index.html"))) throw new UsageError(texts.nothingToServe(folders.out));
  const port = Number(values.port ?? defaultPort);
  const server = await serveFolder(folders.out, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") throw new UsageError(texts.portTaken(port));
    throw error;
  });
  terminal.error(`${texts.serving(server.url)}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await server.close();
  return 0;
}
