import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { composeEditorSettings, schemaFolder } from "../../cms/editor-settings.ts";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { Archive } from "../../core/model/archive.ts";
import { createProseFinder } from "../../read/markdown/prose-lines.ts";
import { parseDocument } from "../../read/parse-document.ts";
import { isAbsent, unreadable } from "../../read/unreadable.ts";
import { checkArchive } from "../../review/check-archive.ts";
import { checkText } from "../../review/check-text.ts";
import { checkTranslations } from "../../review/check-translations.ts";
import { type ComparedText, findDuplicates } from "../../review/find-duplicates.ts";
import { hasOwnTemplates, listReplaceable, listUnused } from "../../site/assets/replaced-templates.ts";
import type { ReviewedSite } from "../../site/build.ts";
import type { Folders } from "../../site/folders.ts";
import { readHistory } from "../../site/load/git-history.ts";
import { todayHere } from "../today.ts";
import { reviewPrivacy } from "./review-privacy.ts";

/** What an editor would fix in an archive that is valid; `check` says it, a build does not. */
export function reviewSite({ archive, sourceOf }: ReviewedSite, folders: Folders): readonly Finding[] {
  const findings: Finding[] = [
    ...checkArchive(archive, `${folders.content.name}/site.yaml`, todayHere() as CalendarDay),
  ];
  const compared: ComparedText[] = [];
  const findProse = createProseFinder();
  for (const { language, practices, pages } of archive.editions.values()) {
    for (const { item } of [...practices, ...pages.values()]) {
      const text = sourceOf(item.file);
      const document = text === undefined ? undefined : parseDocument({ path: item.file, text }).value;
      if (!document) continue;
      findings.push(...checkText(document, language, findProse(document.body, document.bodyLine)));
      if ("date" in item) compared.push({ file: item.file, id: item.id, language, body: document.body });
    }
  }
  return [
    ...findings,
    ...findDuplicates(compared),
    ...reviewTranslations(archive, folders),
    ...reviewPrivacy(archive, sourceOf),
    ...reviewTemplates(folders),
    ...reviewEditorSettings(archive, folders),
  ];
}

/** Copies whose original another version of the program has changed or no longer has. */
function reviewTemplates(folders: Folders): readonly Finding[] {
  if (!hasOwnTemplates(folders)) return [];
  const outdated = listReplaceable(folders).flatMap(({ name, version, own }) =>
    own?.version === undefined || own.version === version
      ? []
      : [finding("template/outdated", `templates/${name}`, { name }, { line: 1, text: own.version })],
  );
  const unused = listUnused(folders).map((name) => finding("template/unused", `templates/${name}`, { name }));
  return [...outdated, ...unused];
}

/** Settings for editors are written once and then forgotten; whoever has none does not miss them. */
function reviewEditorSettings(archive: Archive, { root }: Folders): readonly Finding[] {
  if (!existsSync(join(root, schemaFolder))) return [];
  return composeEditorSettings(archive).flatMap(({ path, text }) => {
    if (!path.startsWith(schemaFolder)) return [];
    try {
      return readFileSync(join(root, path), "utf8") === text ? [] : [finding("editing/outdated", path, { path })];
    } catch (error) {
      return isAbsent(error) ? [] : [unreadable(path, error)];
    }
  });
}

function reviewTranslations(archive: Archive, { root }: Folders): readonly Finding[] {
  const history = archive.site.languages.length > 1 ? readHistory(root) : undefined;
  if (!history) return [];
  const { changedAt, prefix, isShallow } = history;
  // content/shallow-history says so.
  if (isShallow) return [];
  return checkTranslations(archive, (file) => changedAt.get(prefix + file));
}
