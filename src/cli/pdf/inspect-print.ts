import type { Finding } from "../../core/diagnostics/finding.ts";
import type { Paper } from "../../core/model/site.ts";
import { NoBrowser } from "../../print/browser.ts";
import { checkPrint } from "../../print/check/check-print.ts";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import type { Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import { createProgress, type Terminal } from "../terminal.ts";
import { tabsOf } from "./tabs-of.ts";

/** `praktika check --print`: the look at the printed pages. Throws `Failure` if there is no browser. */
export async function inspectPrint(
  site: SiteInMemory,
  values: Values,
  terminal: Terminal,
): Promise<readonly Finding[]> {
  terminal.exitOnSignals?.();
  const texts = terminal.locale.cli;
  const progress = createProgress(terminal, 1);
  try {
    return await checkPrint(site, {
      paper: values.paper as Paper | undefined,
      tabs: tabsOf(values),
      progress: (done, total) => progress.show(texts.printing, done, total),
    });
  } catch (error) {
    throw error instanceof NoBrowser ? new Failure(texts.noBrowser(error.message)) : error;
  } finally {
    progress.clear();
  }
}
