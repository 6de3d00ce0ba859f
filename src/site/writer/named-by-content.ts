import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readNamedPart } from "../../pages/search/part-script.ts";
import { unseen, type WrittenFile } from "./manifest.ts";

/** A name that holds a hash of the content: `style.0123456789.css`, `0123456789.js`. */
const hashedName = /^assets\/(?:.*[/.])?([0-9a-f]{10})\.\w+$/;

/** What a file of the output folder is if its name says what is in it; then a build has written it, whoever remembers that. */
export function identifyByName(out: string, path: string): WrittenFile | undefined {
  const [, name] = hashedName.exec(path) ?? [];
  if (name === undefined) return undefined;
  const content = readFileSync(join(out, path));
  const digest = sha256(content);
  const isNamed = digest.startsWith(name) || readNamedPart(name, content.toString("utf8"), sha256) !== undefined;
  return isNamed ? unseen({ hash: digest, bytes: content.length }) : undefined;
}

function sha256(content: string | Uint8Array): string {
  return hash("sha256", content);
}
