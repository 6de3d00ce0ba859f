import { decodePath } from "../decode-address.ts";
import { nearestName } from "../diagnostics/nearest.ts";
import { nameKey } from "../language/names.ts";
import type { Outline } from "./body.ts";

type Headings = Pick<Outline, "anchors" | "titles">;

/**
 * The anchor of the heading that a fragment names: by its address, or by its words as GitHub, VS Code and Obsidian write them
 * („#край-на-проекта“). Undefined if there is none.
 */
export function findAnchor({ anchors, titles = [] }: Headings, fragment: string): string | undefined {
  const written = decodePath(fragment) ?? fragment;
  if (anchors.includes(written)) return written;
  const key = wordsOf(written);
  return key === "" ? undefined : anchors[titles.findIndex((title) => wordsOf(title) === key)];
}

/** The fragment of the heading that one that leads nowhere most likely means, in the words of the heading. */
export function nearestFragment({ anchors, titles = [] }: Headings, fragment: string): string | undefined {
  const written = titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/\s+/g, "-"),
  );
  return nearestName(decodePath(fragment) ?? fragment, [...written, ...anchors]) ?? written[0];
}

/** Letters and digits alone: programs differ in what they make of spaces and signs. */
function wordsOf(text: string): string {
  return nameKey(text).replace(/[^\p{L}\p{N}]/gu, "");
}
