import { type RefusalKind, refusalKindOf } from "../core/diagnostics/refusal.ts";
import type { Locale } from "../locales/locale.ts";

/** What the machine refuses is no fault of the program: a sentence says where, why and what to do. Undefined for any other error. */
export function describeRefusal(error: unknown, { cli, refusals }: Locale): string | undefined {
  const { code = "", path = "", dest, message } = (error ?? {}) as NodeJS.ErrnoException & { readonly dest?: string };
  const kind = kindOf(error as NodeJS.ErrnoException);
  if (!kind) return undefined;
  const { reason, remedy } = refusals[kind](code);
  // What is put into place was written under a name that nobody knows.
  return cli.refused(dest || path || message, reason, remedy);
}

function kindOf({ code, syscall }: NodeJS.ErrnoException): RefusalKind | undefined {
  // On a read-only disk the recursive mkdir of Node says that a folder above is missing.
  return code === "ENOENT" && syscall === "mkdir" ? "readOnly" : refusalKindOf(code);
}
