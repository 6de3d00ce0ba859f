import { isLanguage, type Language } from "../core/protocol.ts";

/** The language that an `Accept-Language` header names first, if there are texts in it. */
export function preferredLanguage(header: string | null | undefined): Language | undefined {
  const first = header?.slice(0, 2).toLowerCase();
  return isLanguage(first) ? first : undefined;
}
