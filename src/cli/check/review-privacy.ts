import { privacyPage } from "../../archive/check-privacy.ts";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { Archive } from "../../core/model/archive.ts";
import { locales } from "../../locales/locales.ts";

/**
 * A page on privacy still says, in the words of `praktika init`, that nothing comes from other sites, while `scripts:` names some.
 *
 * @param sourceOf the text of a file of content
 */
export function reviewPrivacy(
  { site, editions }: Archive,
  sourceOf: (file: string) => string | undefined,
): readonly Finding[] {
  if (site.scriptHosts.length === 0) return [];
  const hosts = site.scriptHosts.map((origin) => new URL(origin).host).join(", ");
  return [...editions.values()].flatMap(({ language, pages }) => {
    const file = pages.get(privacyPage)?.item.file ?? "";
    const lines = sourceOf(file)?.split("\n") ?? [];
    const { nothingElsewhere } = locales[language].cli.init;
    return lines.flatMap((line, index) => {
      const at = line.toLowerCase().indexOf(nothingElsewhere);
      if (at < 0) return [];
      const text = line.slice(at, at + nothingElsewhere.length);
      return [finding("site/privacy-contradicts", file, { hosts }, { line: index + 1, text })];
    });
  });
}
