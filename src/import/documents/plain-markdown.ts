import { mapProse } from "./map-prose.ts";

/** Something that only its generator understands, and where it stood. */
export interface Leftover {
  readonly text: string;
  /** From 0, in the body. */
  readonly line: number;
}

/**
 * Writes what generators add to Markdown as Markdown: links to files by `ref`, `post_url` and `link`, figures and films by shortcodes, notes between
 * colons, links and pictures as tags or with their addresses below the text. What has no such form is taken out and returned.
 */
export function toPlainMarkdown(written: string): {
  readonly markdown: string;
  readonly leftovers: readonly Leftover[];
} {
  const leftovers: Leftover[] = [];
  const blocks = written.replace(
    /^\{%-?\s*highlight\s+(\S+)[^%]*%\}\n([\s\S]*?)\n\{%-?\s*endhighlight\s*-?%\}/gm,
    "```$1\n$2\n```",
  );
  const markdown = mapProse(blocks, (prose, first) => {
    const leave = (text: string, offset: number, whole: string): string => {
      leftovers.push({ text, line: first + whole.slice(0, offset).split("\n").length - 1 });
      return "";
    };
    return dropRest(inlineReferences(writeTags(writeFilms(writeAddresses(writeNotes(prose))))), leave);
  });
  return { markdown: markdown.replace(/\n{3,}/g, "\n\n").trim(), leftovers };
}

/** Addresses that a template would have filled in. */
function writeAddresses(prose: string): string {
  return prose
    .replace(/\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["'“]?([^"'”\s>%]+)["'”]?[^>%]*[>%]\}\}/g, "$1")
    .replace(/\{%-?\s*post_url\s+(\S+?)\s*-?%\}/g, "post_url:$1")
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}|\{:(?:\s*[.#][\w-]+)+\s*\}/g, "")
    .replace(/\{%-?\s*link\s+(\S+?)\s*-?%\}/g, "/$1")
    .replace(/\{\{\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url|prepend:[^}|]*|relURL|absURL)\s*\}\}/g, "$1")
    .replace(/\{\{\s*site\.(?:base_?url|url)\s*\}\}/gi, "");
}

function writeFilms(prose: string): string {
  return prose
    .replace(/\{\{[<%]\s*figure\s([\s\S]*?)\/?[>%]\}\}/g, (whole, list: string) => {
      const { src, alt = "", caption = "", title = "" } = attributesOf(list);
      return src ? pictureOf({ alt: alt || caption || title, src, title: caption || title }) : whole;
    })
    .replace(
      /\{\{[<%]\s*youtube\s+(?:id=)?["']?([\w-]+)["']?[^>%]*[>%]\}\}/g,
      "[YouTube](https://www.youtube.com/watch?v=$1)",
    )
    .replace(/\{\{[<%]\s*vimeo\s+(?:id=)?["']?([\w-]+)["']?[^>%]*[>%]\}\}/g, "[Vimeo](https://vimeo.com/$1)");
}

/** Pictures and links as tags, and comments that only divide: where a summary ends. */
function writeTags(prose: string): string {
  return prose
    .replace(/[^\S\n]*(?:<!--|\{\/\*)\s*(?:more|truncate)\s*(?:-->|\*\/\})/gi, "")
    .replace(/<img\s([^>]*?)\/?>/gi, (whole, list: string) => {
      const { src, alt = "", title = "" } = attributesOf(list);
      return src ? pictureOf({ alt, src, title }) : whole;
    })
    .replace(/<a\s([^>]*?)>([^<]*)<\/a>/gi, (whole, list: string, text: string) => {
      const { href } = attributesOf(list);
      return href ? `[${text}](${href.replaceAll(" ", "%20")})` : whole;
    });
}

function pictureOf({
  alt,
  src,
  title,
}: {
  readonly alt: string;
  readonly src: string;
  readonly title: string;
}): string {
  const plain = (text: string): string => text.replace(/[[\]]/g, "\\$&").replaceAll('"', "”");
  const caption = title !== "" ? ` "${plain(title)}"` : "";
  return `![${plain(alt)}](${src.replaceAll(" ", "%20")}${caption})`;
}

function attributesOf(list: string): Readonly<Partial<Record<string, string>>> {
  const pairs = [...list.matchAll(/([\w-]+)\s*=\s*\{?(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))\}?/g)];
  return Object.fromEntries(
    pairs.map(([, name = "", ...values]) => [name.toLowerCase(), values.find((value) => value !== undefined)]),
  );
}

/** `:::tip Title` up to `:::`, as Docusaurus writes notes, becomes a quotation. */
function writeNotes(prose: string): string {
  return prose.replace(/^:::+\s*\w+([^\n]*)\n([\s\S]*?)\n:::+[^\S\n]*$/gm, (_, written: string, inside: string) => {
    const title = written.trim().replace(/^\[([^\]]*)\].*$/, "$1");
    const lines = [...(title ? [`**${title}**`, ""] : []), ...inside.trim().split("\n")];
    return lines.map((line) => `> ${line}`.trimEnd()).join("\n");
  });
}

/** `[text][name]` with `[name]: address` below becomes `[text](address)`, so that all links are read alike. */
function inlineReferences(prose: string): string {
  const addresses = new Map<string, string>();
  const without = prose.replace(
    /^ {0,3}\[([^\]^][^\]]*)\]:[^\S\n]+(\S+(?:[^\S\n]+"[^"\n]*")?)[^\S\n]*$/gm,
    (_, name: string, target: string) => {
      addresses.set(name.toLowerCase(), target.replace(/^<([^>]*)>/, "$1"));
      return "";
    },
  );
  if (addresses.size === 0) return prose;
  return without.replace(
    /\[((?:[^[\]\\]|\\.|!\[[^[\]]*\]\([^()]*\))+)\](?:\[([^\]]*)\])?(?![([:])/g,
    (whole, text: string, name = "") => {
      const target = addresses.get((name || text).toLowerCase());
      return target === undefined ? whole : `[${text}](${target})`;
    },
  );
}

/** Shortcodes, template tags, components and attributes. */
const onlyOfGenerators: readonly RegExp[] = [
  /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g,
  /\{\{[<%][\s\S]*?[>%]\}\}/g,
  /\{%[\s\S]*?%\}/g,
  /\{\{[^{}\n]*\}\}/g,
  /\{:[^{}\n]*\}/g,
  /^(?:import|export)\s.*(?:from\s+['"].*['"]|=.*);?[^\S\n]*$/gm,
  /<\/?[A-Z][\w.]*(?:\s[^<>]*)?\/?>/g,
];

function dropRest(prose: string, leave: (text: string, offset: number, whole: string) => string): string {
  return onlyOfGenerators.reduce(
    (text, pattern) =>
      text.replace(pattern, (found, ...more) => {
        const [whole, offset] = more.reverse() as [string, number];
        return leave(found.trim(), offset, whole);
      }),
    prose,
  );
}
