import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SiteInMemory } from "../../../src/site/site-in-memory.ts";

/** Those that style sheets use. */
const weights = [400, 600] as const;

const families: Readonly<Record<string, string>> = { serif: "source-serif-4", sans: "source-sans-3" };

/** What build/load-assets.ts names the variable fonts, with a fingerprint. */
const variableFont =
  /fonts\/(?<script>(?:serif|sans)-(?:latin|cyrillic))(?:-core|-signs|-letters|-bold)?(?<italic>-italic)?\.[0-9a-f]+\.woff2/;
const staticFont =
  /fonts\/static\/(?<family>serif|sans)-(?<script>latin|cyrillic)(?<italic>-italic)?-(?<weight>\d+)\.woff2$/;

/**
 * Reads a site with its variable fonts replaced by static ones of the same design and measure. Chromium writes variable fonts
 * into a PDF as drawings (Type 3), a set for each size and weight; static ones as TrueType: a third of the bytes, two thirds
 * of the time, and letters that a viewer can smooth.
 */
export function readWithPrintFonts(site: SiteInMemory, path: string): string | Uint8Array | undefined {
  const font = staticFont.exec(path)?.groups;
  if (font) return readStaticFont(font);
  const content = site.read(path);
  if (!path.endsWith(".css") || content === undefined) return content;
  return content.toString().replace(/@font-face \{[^}]*\}/g, (rule) => {
    const variable = variableFont.exec(rule);
    if (!variable?.groups) return rule;
    const { 0: file, groups } = variable;
    return weights
      .map((weight) =>
        rule
          .replace(/font-weight: [\d ]+;/, `font-weight: ${weight};`)
          .replace(file, `fonts/static/${groups.script}${groups.italic ?? ""}-${weight}.woff2`),
      )
      .join("\n");
  });
}

function readStaticFont({
  family = "",
  script,
  italic,
  weight,
}: Readonly<Record<string, string | undefined>>): Uint8Array {
  const name = families[family];
  const file = `${name}-${script}-${weight}-${italic ? "italic" : "normal"}.woff2`;
  return readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${name}/files/${file}`)));
}
