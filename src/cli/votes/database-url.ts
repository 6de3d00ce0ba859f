import { join, relative } from "node:path";
import { decodePath } from "../../core/decode-address.ts";
import type { Folders } from "../../site/folders.ts";

/** The store of the archive's votes: `DATABASE_URL`, else a file beside the archive's other state. */
export function databaseUrlOf({ state }: Folders, environment: Readonly<Record<string, string | undefined>>): string {
  return environment.DATABASE_URL || join(state, "votes.db");
}

/** The file that an address names, or undefined if it names a server. */
export function sqliteFileOf(databaseUrl: string): string | undefined {
  return /^\w+:\/\//.test(databaseUrl) && !databaseUrl.startsWith("file:")
    ? undefined
    : databaseUrl.replace(/^file:(\/\/(?=\/))?/, "");
}

/** A store's name for people: its file as seen from here, or its server and database; never a password. */
export function nameOfStore(databaseUrl: string): string {
  const file = sqliteFileOf(databaseUrl);
  if (file !== undefined) {
    const fromHere = relative(process.cwd(), file);
    return fromHere === "" || fromHere.startsWith("..") ? file : fromHere;
  }
  if (!URL.canParse(databaseUrl)) return `${databaseUrl.split(":")[0]}://…`;
  const { protocol, host, pathname } = new URL(databaseUrl);
  return `${protocol}//${host}${pathname}`;
}

/** A message of a database without the password of its address, should it contain it. */
export function withoutPassword(message: string, databaseUrl: string): string {
  const written = /^\w+:\/\/[^:/@]*:([^/]*)@/.exec(databaseUrl)?.[1] ?? "";
  const passwords = [written, decodePath(written) ?? written].filter((password) => password !== "");
  return passwords.reduce((text, password) => text.replaceAll(password, "…"), message);
}
