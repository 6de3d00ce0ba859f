import { dirname } from "node:path/posix";
import { permalinks } from "../../archive/permalinks.ts";
import { isLanguage } from "../../core/language/language.ts";
import { parseDocument } from "../../read/parse-document.ts";
import type { ContentListing } from "../../read/read-content.ts";
import { idOf, stemOf } from "../../read/text-file.ts";
import type { FileChange } from "../print-changes.ts";
import { addAlias, type Renaming, renameInLists, renameLinks } from "./rename-in-text.ts";

/**
 * The changes that give a practice another id: its files of all languages are renamed and get the old address as an alias, and links,
 * fields and issues that name it follow. Files that stay as they are are left out.
 *
 * @param read the text of a file; undefined if it cannot be read
 */
export function planRename(
  { practices, pages, issues }: Pick<ContentListing, "practices" | "pages" | "issues">,
  renaming: Renaming,
  read: (path: string) => string | undefined,
): readonly FileChange[] {
  const changes = [...practices, ...pages, ...issues].map((path): FileChange => {
    const before = read(path) ?? "";
    if (issues.includes(path)) {
      const after = renameInLists(renameLinks(before, renaming), renaming, ["selection"]);
      return { path, newPath: path, before, after };
    }
    const isRenamed = practices.includes(path) && idOf(path) === renaming.from;
    const newPath = isRenamed ? `${dirname(path)}/${renaming.to}${nameAfterId(path)}` : path;
    return { path, newPath, before, after: renameInText(path, before, { ...renaming, isRenamed }) };
  });
  return changes.filter(({ path, newPath, before, after }) => path !== newPath || before !== after);
}

/** `.bg.md` */
function nameAfterId(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.slice(idOf(path).length);
}

function renameInText(path: string, text: string, renaming: Renaming & { readonly isRenamed: boolean }): string {
  const document = parseDocument({ path, text }).value;
  if (!document) return text;
  const head = text.slice(0, text.length - document.body.length);
  const fences = /^(\uFEFF?\s*---[ \t]*\r?\n)([\s\S]*?)(---[ \t]*(?:\r?\n)?\s*)$/.exec(head);
  if (!fences) return head + renameLinks(document.body, renaming);
  const [, open = "", yaml = "", close = ""] = fences;
  const [, language] = /\.([^.]+)$/.exec(stemOf(path)) ?? [];
  const followed = renameInLists(yaml, renaming);
  const fields =
    renaming.isRenamed && isLanguage(language)
      ? addAlias(followed, permalinks.practice(language, renaming.from))
      : followed;
  return open + fields + close + renameLinks(document.body, renaming);
}
