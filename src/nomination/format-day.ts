/** A day of the log, `2026-11-24`, as people write it in a language, in one piece. */
export function formatDay(day: string, locale: "bg" | "en-GB"): string {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(day).toLocaleDateString(locale, options).replaceAll(" ", "\u00a0");
}
