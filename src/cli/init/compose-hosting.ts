import { readFileSync } from "node:fs";
import { slugify } from "../../core/language/slug.ts";
import type { NewArchive, StarterFile } from "./compose-archive.ts";

/** The files by which a host builds and publishes the archive. */
export function composeHosting({ host, name }: Pick<NewArchive, "host" | "name">): readonly StarterFile[] {
  switch (host) {
    case "github":
      return [{ path: ".github/workflows/publish.yml", text: readDeployed("github/publish.yml") }];
    case "gitlab":
      return [{ path: ".gitlab-ci.yml", text: readDeployed("gitlab/gitlab-ci.yml") }];
    case "netlify":
      return [{ path: "netlify.toml", text: netlify }];
    case "cloudflare":
      return [{ path: "wrangler.jsonc", text: composeWrangler(slugify(name) || "archive") }];
    case "server":
    case "usb":
    case "none":
      return [];
  }
}

/** A file of deploy/, which the package holds as the repository does. */
function readDeployed(path: string): string {
  return readFileSync(new URL(`../../../deploy/${path}`, import.meta.url), "utf8");
}

const netlify = `[build]
  command = "npm run build"
  publish = "dist"

[build.environment]
  NODE_VERSION = "24"
`;

function composeWrangler(name: string): string {
  const settings = {
    name,
    compatibility_date: "2026-01-01",
    assets: { directory: "./dist", not_found_handling: "404-page" },
  };
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}
