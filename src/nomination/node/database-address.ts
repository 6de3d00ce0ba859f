import { fileURLToPath } from "node:url";
import { unquote } from "../environment.ts";
import { SettingsError } from "../settings.ts";

/** Where votes are kept: a PostgreSQL server, or a file of SQLite. */
export type DatabaseAddress =
  | { readonly kind: "postgres"; readonly url: string }
  | { readonly kind: "sqlite"; readonly path: string };

const paths = [
  // From the top, from here, from a drive of Windows; not the path of a folder.
  /^(?:\.{0,2}[/\\]|[a-z]:[/\\]).*[^/\\]$/is,
  /^[^~:=?#][^:=?#]*\.(?:db|sqlite)3?$/i,
];

/**
 * Reads `postgres://…`, `file:…` or a path. Everything else that people write for a database (`mysql://…`, `postgres:/…`,
 * `host=… dbname=…`, a host and a name) would make a fine file name, and the votes would go where nobody looks for them.
 * So a path has to look like one: it begins with `/`, `./` or `../`, or ends in `.db` or `.sqlite`. Throws `SettingsError`.
 * @param name what to call the setting if it is wrong
 */
export function readDatabaseAddress(written: string, name = "DATABASE_URL"): DatabaseAddress {
  const text = unquote(written);
  const scheme = /^([a-z][a-z\d+.-]+):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === "postgres" || scheme === "postgresql") {
    if (/^\w+:\/\/./.test(text)) return { kind: "postgres", url: text.replace(/^\w+/, scheme) };
  } else if (scheme === "file") {
    const path = readFileUrl(text);
    if (path !== undefined && /^[^?#]*[^?#/\\]$/.test(path)) return { kind: "sqlite", path };
  } else if (scheme === undefined && paths.some((form) => form.test(text))) {
    return { kind: "sqlite", path: text };
  }
  throw new SettingsError((texts) => texts.database(name));
}

function readFileUrl(text: string): string | undefined {
  if (!/^file:\/\//i.test(text)) return text.slice("file:".length);
  try {
    return fileURLToPath(text);
  } catch {
    return undefined;
  }
}
