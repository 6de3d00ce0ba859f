import { nearestName } from "../../core/diagnostics/nearest.ts";
import { isLanguage, nameOfLanguage } from "../../core/language/language.ts";
import type { Route } from "../../core/model/route.ts";
import type { Locale } from "../../locales/locale.ts";
import type { PreparedSite } from "../../site/prepare-site.ts";
import { UsageError } from "../arguments.ts";

export interface SheetChoice {
  readonly ids: readonly string[];
  readonly all: boolean;
  /** Only the version in this language; undefined: all there are. */
  readonly language: unknown;
}

/** The routes of the practices that someone asked for. Throws `UsageError`. */
export function chooseSheets(
  { routes }: Pick<PreparedSite, "routes">,
  { ids, all, language }: SheetChoice,
  { cli: texts, language: spoken }: Pick<Locale, "cli" | "language">,
): readonly Route[] {
  if (ids.length === 0 && !all) throw new UsageError(texts.nothingToPrint);
  if (ids[0] !== undefined && all) throw new UsageError(texts.unexpectedArgument(ids[0]));
  const practices = routes.filter(({ kind }) => kind === "practice");
  const known = new Set(practices.map(({ key }) => key));
  for (const id of ids) if (!known.has(id)) throw new UsageError(texts.unknownPractice(id, nearestName(id, known)));
  const wanted = new Set(all ? known : ids);
  const inLanguage = practices.filter((route) => !isLanguage(language) || route.language === language);
  const found = new Set(inLanguage.map(({ key }) => key));
  const absent = ids.find((id) => !found.has(id));
  if (absent !== undefined && isLanguage(language))
    throw new UsageError(texts.notInLanguage(absent, nameOfLanguage(language, spoken)));
  return inLanguage.filter(({ key }) => wanted.has(key));
}
