import { join, relative } from "node:path";
import { decodePath } from "../../core/decode-address.ts";
import { readText } from "../../nomination/environment.ts";
import { type DatabaseAddress, readDatabaseAddress } from "../../nomination/node/database-address.ts";
import type { Folders } from "../../site/folders.ts";

/** The store of the archive's votes: `DATABASE_URL`, else a file beside the archive's other state. */
export function databaseUrlOf({ state }: Folders, environment: Readonly<Record<string, string | undefined>>): string {
  return readText(environment, "DATABASE_URL") || join(state, "votes.db");
}

/** A store's name for people: its file as seen from here, or its server and database; never a password. */
export function nameOfStore(databaseUrl: string): string {
  const address = readDatabaseAddress(databaseUrl);
  if (address.kind === "sqlite") return shownPath(address);
  if (!URL.canParse(address.url)) return `${address.url.split(":")[0]}://…`;
  const { protocol, host, pathname } = new URL(address.url);
  return `${protocol}//${host}${pathname}`;
}

function shownPath({ path }: Extract<DatabaseAddress, { kind: "sqlite" }>): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === "" || fromHere.startsWith("..") ? path : fromHere;
}

/** A message of a database without the password of its address, should it contain it. */
export function withoutPassword(message: string, databaseUrl: string): string {
  const written = /^\w+:\/\/[^:/@]*:([^/]*)@/.exec(databaseUrl)?.[1] ?? "";
  const passwords = [written, decodePath(written) ?? written].filter((password) => password !== "");
  return passwords.reduce((text, password) => text.replaceAll(password, "…"), message);
}
