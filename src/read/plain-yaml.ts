import { FAILSAFE_SCHEMA, load, nullCoreTag } from "js-yaml";

/** Every scalar is text, but for a plain null or ~, which means that nothing is said (YAML 1.2.2, 10.3.2). */
export const fieldsSchema = FAILSAFE_SCHEMA.withTags(nullCoreTag);

/** YAML that is a list or a plain text instead of fields. */
class NotFieldsError extends Error {}

/** YAML that refers to another part of itself. */
export class AliasError extends Error {}

/**
 * YAML → fields, every scalar as text, nothing as null. Aliases are refused: a few lines of them can stand for billions of values, or for
 * one that contains itself.
 *
 * Throws js-yaml's error, NotFieldsError or AliasError.
 */
export function loadFields(yaml: string): Record<string, unknown> {
  if (isBlank(yaml)) return {};
  const value: unknown = load(yaml, { schema: fieldsSchema });
  if (value === undefined || value === null || value === "") return {};
  if (typeof value !== "object" || Array.isArray(value)) throw new NotFieldsError();
  refuseAliases(value, new Set());
  return value as Record<string, unknown>;
}

/** True for YAML of comments and empty lines, which js-yaml refuses. */
function isBlank(yaml: string): boolean {
  return !/^\s*[^\s#]/m.test(yaml);
}

function refuseAliases(value: object, seen: Set<object>): void {
  if (seen.has(value)) throw new AliasError();
  seen.add(value);
  for (const item of Object.values(value)) if (typeof item === "object" && item !== null) refuseAliases(item, seen);
}
