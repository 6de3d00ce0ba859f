import { formatPolicy } from "../core/content-security-policy.ts";
import { localize } from "../core/language/language.ts";
import type { Artifact } from "../core/model/route.ts";
import type { Editing, Vocabulary } from "../core/model/site.ts";
import { escapeHtml } from "../template/escape-html.ts";
import { composeCmsConfig } from "./cms-config.ts";

/** Where the editor signs in and reads and writes the repository. */
const hosts: Readonly<Record<Editing["backend"], string>> = {
  github: "https://api.github.com https://github.com https://raw.githubusercontent.com",
  gitlab: "https://gitlab.com",
};

/** Sveltia CMS, as its package brings it. */
export interface CmsProgram {
  readonly version: string;
  readonly script: string;
  /** What its buttons say, by the name of the file. */
  readonly locales: ReadonlyMap<string, string>;
  /** By name. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

/** What the program would fetch from the hosts of its makers lies here. */
const ownPackage = "npm/cms";

/**
 * The editor in the browser, below /admin/: its page, its configuration and its program.
 *
 * It is the one page of a site that asks others, once an editor signs in: the repository, and whatever signs editors in.
 */
export function composeCmsPage(vocabulary: Vocabulary, editing: Editing, program: CmsProgram): readonly Artifact[] {
  const { site } = vocabulary;
  const language = site.editorLanguage ?? site.languages[0];
  const policy = formatPolicy({
    "default-src": "'none'",
    "script-src": "'self'",
    // The editor styles its own forms.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' blob: data: https:",
    "media-src": "'self' blob:",
    "font-src": "'self' data:",
    "connect-src": `'self' blob: data: ${hosts[editing.backend]}${editing.authServer ? ` ${editing.authServer}` : ""}`,
    "frame-src": "blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
  });
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(localize(site.name, language))}</title>
<link rel="cms-config-url" type="application/json" href="config.json">
</head>
<body>
<script src="sveltia-cms.js"></script>
</body>
</html>
`;
  return [
    { path: "admin/index.html", content: page },
    { path: "admin/config.json", content: `${JSON.stringify(composeCmsConfig(vocabulary, editing), undefined, 2)}\n` },
    { path: "admin/sveltia-cms.js", content: withoutOtherHosts(program.script) },
    ...[...program.fonts].map(([name, content]) => ({ path: `admin/fonts/${name}.woff2`, content })),
    ...[...program.locales].map(([name, content]) => ({
      path: `admin/${ownPackage}@${program.version}/locales/${name}`,
      content,
    })),
    // Asked for the newest version; which one a site has is for its maker to decide.
    { path: `admin/${ownPackage}/package.json`, content: `${JSON.stringify({ version: program.version })}\n` },
  ];
}

/** The script with fonts and words from beside it, and without the map of its lines (9 MB). */
function withoutOtherHosts(script: string): string {
  return script
    .replace(/https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[^"')]*\.woff2/g, "fonts/$1.woff2")
    .replace("`https://unpkg.com/@sveltia/cms`", `\`${ownPackage}\``)
    .replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
}
