import type { Finding } from "../../core/diagnostics/finding.ts";
import type { Paper } from "../../core/model/site.ts";
import { checkPrint } from "../../print/check-print.ts";
import type { Folders } from "../../site/folders.ts";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import type { Values } from "../arguments.ts";
import { createProgress, type Terminal } from "../terminal.ts";
import { usePrintShop } from "./open-shop.ts";
import { processesOf } from "./processes-of.ts";

/** `praktika check --print`: prints everything and says how it came out. Findings: those of `checkPrint`; print/not-installed. */
export async function inspectPrint(
  site: SiteInMemory,
  { values, folders }: { readonly values: Values; readonly folders: Folders },
  terminal: Terminal,
): Promise<readonly Finding[]> {
  terminal.exitOnSignals?.();
  const progress = createProgress(terminal, 1);
  const result = await usePrintShop(site, { folders, processes: processesOf(values) }, (shop) =>
    checkPrint(shop, {
      paper: (values.paper as Paper | undefined) ?? site.context.archive.site.paper,
      progress: (done, total) => progress.show(terminal.locale.cli.printing, done, total),
    }),
  ).finally(() => progress.clear());
  return "missing" in result ? [result.missing] : result.value;
}
