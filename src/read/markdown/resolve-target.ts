import { decodePath } from "../../core/decode-address.ts";
import { withoutInvisible } from "../../core/language/clean-text.ts";
import type { LinkTarget } from "../../core/model/body.ts";
import { isPreviewAddress } from "../../core/preview-address.ts";
import { ownPathOf, ownTarget } from "./own-address.ts";

/** The meaning of a written address; `problem` names the finding to report. */
export type Resolved =
  | { readonly kind: "external"; readonly href: string }
  | { readonly kind: "fragment"; readonly fragment: string }
  /** `isOwn`: written as an address of this very site. */
  | { readonly kind: "internal"; readonly target: LinkTarget; readonly isOwn?: true }
  | {
      readonly kind: "problem";
      readonly problem: "invalid-url" | "outside-content" | "missing-file";
      readonly path: string;
    }
  | {
      readonly kind: "problem";
      readonly problem: "preview";
      readonly path: string;
      readonly target: LinkTarget | undefined;
    };

/** What an address is understood from. */
export interface AddressContext {
  /** Folder of the file that writes it, below content/, such as `practices/2016`. */
  readonly folder: string;
  /** Whether a path below content/ is an image or attachment. */
  readonly isMedia: (path: string) => boolean;
  /** Whether there is a page of this id. */
  readonly isPage?: ((id: string) => boolean) | undefined;
  /** Address of the site itself, without a slash at its end. */
  readonly baseUrl?: string | undefined;
}

/** Decides the meaning of an address in a text. */
export function resolveTarget(href: string, context: AddressContext): Resolved {
  const { isMedia, isPage, baseUrl } = context;
  const written = plainAddress(href);
  if (written.startsWith("#")) return { kind: "fragment", fragment: written.slice(1) };
  const internal = /^(practice|page):([^#?]*)(?:#(.*))?$/i.exec(written);
  if (internal) {
    const [, kind = "", id = "", fragment = ""] = internal;
    return { kind: "internal", target: { kind: kind.toLowerCase() === "page" ? "page" : "practice", id, fragment } };
  }
  const own = ownTarget(written, { baseUrl, isMedia, isPage });
  if (isPreviewAddress(written)) return { kind: "problem", problem: "preview", path: written, target: own };
  // A path to a file of content/ may begin with a slash.
  if (own && !(own.kind === "file" && written.startsWith("/"))) return { kind: "internal", target: own, isOwn: true };
  const place = isMedia(written.replace(/^\/+/, "")) ? undefined : ownPathOf(written, { baseUrl });
  if (place) return { kind: "internal", target: place };
  if (/^(https?:\/\/[^/]|mailto:|tel:)/i.test(href)) return { kind: "external", href };
  if (/^www\./i.test(href)) return { kind: "external", href: `https://${href}` };
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href) || written === "")
    return { kind: "problem", problem: "invalid-url", path: written };
  return resolvePath(written, context);
}

/** An address in Unicode form C, decoded, without invisible marks. */
function plainAddress(href: string): string {
  return withoutInvisible((decodePath(href) ?? href).normalize("NFC")).trim();
}

function resolvePath(written: string, { folder, isMedia }: AddressContext): Resolved {
  const [path = "", fragment = ""] = written.split("#");
  const relative = join(folder, path);
  const rooted = join("", path.replace(/^\/+/, ""));
  const source = relative && /^(practices|pages)\/(?:.*\/)?([^/]+)\.(?:md|markdown)$/i.exec(relative);
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
