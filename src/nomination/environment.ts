/** Variables of the machine on which an endpoint runs. */
export type Environment = Readonly<Record<string, unknown>>;

/** Without the quotation marks that some files of settings (`docker --env-file`) leave around a value. */
export function unquote(text: string): string {
  return /^["'„“”](.*)["'“”]$/s.exec(text.trim())?.[1]?.trim() ?? text.trim();
}

/** A variable as text; "" if it is not set. Variables of Workers may also be numbers and lists of JSON. */
export function readText(environment: Environment, name: string): string {
  const value = environment[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? unquote(value) : Array.isArray(value) ? value.join(" ") : "";
}

/** A variable that is a list. */
export function readList(environment: Environment, name: string): string[] {
  return readText(environment, name)
    .split(/[\s,;]+/)
    .map(unquote)
    .filter(Boolean);
}
