import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { refusalKindOf } from "../../core/diagnostics/refusal.ts";
import { statFile } from "./journal.ts";
import type { OutputPlace } from "./manifest.ts";

type Refused = "output/unwritable" | "output/unfinished";

/** What the machine refused while a site was written. Undefined for an error that the program is to blame for. */
export function refused(error: unknown, code: Refused, { out, name }: OutputPlace): Finding | undefined {
  const { code: reason = "", path = out, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  const place = (dest ?? path).replace(/\/\.$/, "");
  // A name that leads nowhere, such as a link to a disk that is not there, is the machine's; a file that is missing is not.
  const leadsNowhere = reason === "ENOENT" && statFile(place) !== undefined;
  if (!refusalKindOf(reason) && !leadsNowhere) return undefined;
  const shown = place.startsWith(out) ? name + place.slice(out.length).replaceAll("\\", "/") : place;
  return finding(code, shown, { path: shown, code: reason });
}
