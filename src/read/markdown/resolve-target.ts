import { decodePath } from "../../core/decode-address.ts";
import type { LinkTarget } from "../../core/model/body.ts";

/** The meaning of a written address; `problem` names the finding to report. */
export type Resolved =
  | { readonly kind: "external"; readonly href: string }
  | { readonly kind: "fragment"; readonly fragment: string }
  | { readonly kind: "internal"; readonly target: LinkTarget }
  | {
      readonly kind: "problem";
      readonly problem: "invalid-url" | "outside-content" | "missing-file";
      readonly path: string;
    };

/**
 * Decides the meaning of an address in a text.
 *
 * @param folder folder of the file that writes it, below content/, such as `practices/2016`
 * @param isMedia whether a path below content/ is an image or attachment
 */
export function resolveTarget(href: string, folder: string, isMedia: (path: string) => boolean): Resolved {
  const written = decodePath(href) ?? href;
  if (written.startsWith("#")) return { kind: "fragment", fragment: written.slice(1) };
  const internal = /^(practice|page):([^#?]*)(?:#(.*))?$/i.exec(written);
  if (internal) {
    const [, kind = "", id = "", fragment = ""] = internal;
    return { kind: "internal", target: { kind: kind.toLowerCase() === "page" ? "page" : "practice", id, fragment } };
  }
  if (/^(https?:\/\/[^/]|mailto:|tel:)/i.test(href)) return { kind: "external", href };
  if (/^www\./i.test(href)) return { kind: "external", href: `https://${href}` };
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href) || written === "")
    return { kind: "problem", problem: "invalid-url", path: written };
  return resolvePath(written, folder, isMedia);
}

function resolvePath(written: string, folder: string, isMedia: (path: string) => boolean): Resolved {
  const [path = "", fragment = ""] = written.split("#");
  const relative = join(folder, path);
  const rooted = join("", path.replace(/^\/+/, ""));
  const source = relative && /^(practices|pages)\/(?:.*\/)?([^/]+)\.md$/.exec(relative);
  if (source) {
    const [, kind, name = ""] = source;
    const id = name.replace(/\.[^.]*$/, "");
    return { kind: "internal", target: { kind: kind === "pages" ? "page" : "practice", id, fragment } };
  }
  for (const candidate of [rooted, relative]) {
    if (candidate && isMedia(candidate))
      return { kind: "internal", target: { kind: "file", path: candidate, fragment } };
  }
  return { kind: "problem", problem: rooted || relative ? "missing-file" : "outside-content", path };
}

/** Joins and normalises; undefined if the path climbs out of content/. */
function join(folder: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
