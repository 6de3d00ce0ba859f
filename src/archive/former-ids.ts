import { languages } from "../core/language/language.ts";
import type { PracticeEntry } from "../core/model/archive.ts";
import type { PracticeId } from "../core/model/ids.ts";
import { aliasPermalink } from "./aliases.ts";

/** A permalink of a practice, with or without its language or an ending. */
const practiceAddress = new RegExp(
  `^/(?:(?:${languages.join("|")})/)?practices/([\\w-]+?)(?:\\.html?|/index\\.html?|/)?$`,
);

/**
 * Current ids by former ones, from aliases that are old addresses of a practice: `/bg/practices/<former-id>/`. A current id
 * is never a former one, and an id that two practices claim belongs to neither.
 */
export function findFormerIds(practices: readonly PracticeEntry[]): ReadonlyMap<string, PracticeId> {
  const current = new Set<string>(practices.map(({ item }) => item.id));
  const claims = new Map<string, Set<PracticeId>>();
  for (const { item } of practices) {
    for (const alias of item.aliases) {
      const permalink = aliasPermalink(alias);
      const id = typeof permalink === "string" ? practiceAddress.exec(permalink)?.[1] : undefined;
      if (id === undefined || current.has(id)) continue;
      claims.set(id, (claims.get(id) ?? new Set()).add(item.id));
    }
  }
  const former = new Map<string, PracticeId>();
  for (const id of [...claims.keys()].sort()) {
    const [claimed, other] = claims.get(id) ?? [];
    if (claimed && other === undefined) former.set(id, claimed);
  }
  return former;
}
