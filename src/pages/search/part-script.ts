/** Gives a hash of a text in hexadecimal digits. */
type Hash = (text: string) => string;

/** The name of a part of the search's index: it follows from what the part holds. */
export function nameOfPart(part: unknown, sha256: Hash): string {
  return nameFor(JSON.stringify(part), sha256);
}

/** The script by which a browser gets a part, or the head. */
export function scriptOfPart(name: string, part: unknown): string {
  return scriptFor(name, JSON.stringify(part));
}

/** What the script of a part with this name holds, as JSON, whichever index it belonged to; undefined if it is no such script. */
export function readNamedPart(name: string, script: string, sha256: Hash): string | undefined {
  const written = script.slice(scriptFor(name, "").length - end.length, -end.length);
  return script === scriptFor(name, written) && nameFor(written, sha256) === name ? written : undefined;
}

const end = ")\n";

function scriptFor(name: string, written: string): string {
  return `praktikaSearch(${JSON.stringify(name)},${written}${end}`;
}

function nameFor(written: string, sha256: Hash): string {
  return sha256(written).slice(0, 10);
}
