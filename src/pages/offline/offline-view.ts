import { permalinks } from "../../archive/permalinks.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { RenderContext } from "../kit/context.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";

/** For every page: where the service worker is, and the page that says what it keeps. Null where there is none. */
export function offlineView({ language, kind }: Route, { archive, planned }: RenderContext, link: RelativeUrl) {
  const page = permalinks.offline(language);
  if (!planned.has(page)) return null;
  const { title } = textsOf(language, archive).offline;
  return { href: link(page), label: title, current: kind === "offline", worker: link(permalinks.serviceWorker) };
}
