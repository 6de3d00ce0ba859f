import type { Finding } from "../../core/diagnostics/finding.ts";
import { cleanAddress } from "../../core/language/clean-text.ts";
import type { Language } from "../../core/language/language.ts";
import { locate } from "../../read/locate.ts";
import { createAddressFinder } from "../../read/markdown/linked-addresses.ts";
import { wrappedAddress } from "../../read/markdown/look/unwrapped-links.ts";
import { createProseFinder } from "../../read/markdown/prose-lines.ts";
import { renderBody } from "../../read/markdown/render-body.ts";
import { parseDocument } from "../../read/parse-document.ts";
import type { ContentFolder } from "../../read/read-content.ts";
import { fixText } from "../../review/fix-text.ts";
import { type Texts, toBodySource } from "../../site/load/read-texts.ts";

/** Makes the function that fixes the text below the front matter: what is read wrong, and what a finding of the text says how to write. */
export function createBodyFixer(content: ContentFolder, { tools }: Pick<Texts, "tools">) {
  const findProse = createProseFinder();
  const findAddresses = createAddressFinder();
  return (file: string, text: string, language: Language): string => {
    const document = parseDocument({ path: file, text }).value;
    if (!document) return text;
    const head = text.slice(0, text.length - document.body.length);
    const body = cleanAddresses(fixText(document.body, language, findProse), (words) => findAddresses(words, language));
    const source = toBodySource({ ...document, body }, content);
    const { findings } = renderBody(source, language, tools);
    return followFindings(head + body, findings, (path) => tools.media.has(path));
  };
}

/** Addresses without what tracks readers. */
function cleanAddresses(
  body: string,
  find: (body: string) => ReturnType<ReturnType<typeof createAddressFinder>>,
): string {
  const lines = body.split("\n");
  for (const { written, line } of find(body)) {
    const clean = cleanAddress(written);
    if (clean === written) continue;
    const at = lines.findIndex((text, index) => index >= line && text.includes(written));
    if (at >= 0) lines[at] = (lines[at] ?? "").replace(written, () => clean);
  }
  return lines.join("\n");
}

/** Writes what a finding says is meant, if that is sure and stands where the finding says. */
function followFindings(text: string, findings: readonly Finding[], isMedia: (path: string) => boolean): string {
  const lines = text.split("\n");
  const placed = locate(
    findings.filter((found) => sureMend(found, isMedia) !== undefined),
    () => text,
  );
  // From the end of each line, so that the places before stay right.
  for (const found of [...placed].sort((a, b) => b.line - a.line || b.column - a.column)) {
    const { written, meant } = sureMend(found, isMedia) ?? { written: "", meant: "" };
    const line = lines[found.line - 1] ?? "";
    const at = found.column - 1;
    if (written !== "" && line.startsWith(written, at))
      lines[found.line - 1] = line.slice(0, at) + meant + line.slice(at + written.length);
  }
  return lines.join("\n");
}

function sureMend(found: Finding, isMedia: (path: string) => boolean): { written: string; meant: string } | undefined {
  if (found.code === "link/own-address") return found.parameters;
  if (found.code !== "link/unwrapped") return undefined;
  const address = wrappedAddress(found.parameters.meant);
  return /^(?:mailto|tel):\S+$/i.test(address) || isMedia(address.normalize("NFC").replace(/^\//, ""))
    ? found.parameters
    : undefined;
}
