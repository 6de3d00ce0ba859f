import { maxBodyBytes, type ProblemCode } from "../../core/protocol.ts";

export type Fields = ReadonlyMap<string, string>;

export type ReadFields =
  | { readonly fields: Fields; readonly isForm: boolean }
  | { readonly problem: Extract<ProblemCode, "too-large" | "unsupported-type" | "invalid-request"> };

/**
 * The fields of a form or JSON body. The body may have at most `maxBodyBytes`, whatever its headers say of its length; each
 * field may be there once, JSON values must be texts.
 */
export async function readFields(request: Request): Promise<ReadFields> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  const isForm = type === "application/x-www-form-urlencoded";
  if (!isForm && type !== "application/json") return { problem: "unsupported-type" };
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (announced > maxBodyBytes) return { problem: "too-large" };
  // Servers hold a body to the length it announces; reading it whole is several times cheaper than by the stream.
  const bytes = Number.isNaN(announced)
    ? await readAtMost(request.body, maxBodyBytes)
    : new Uint8Array(await request.arrayBuffer());
  if (!bytes || bytes.length > maxBodyBytes) return { problem: "too-large" };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { problem: "invalid-request" };
  }
  const fields = isForm ? parseForm(text) : parseJson(text);
  return fields ? { fields, isForm } : { problem: "invalid-request" };
}

async function readAtMost(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(limit);
  let length = 0;
  if (!body) return bytes.subarray(0, 0);
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    if (length + value.length > limit) {
      await reader.cancel();
      return undefined;
    }
    bytes.set(value, length);
    length += value.length;
  }
}

function parseForm(text: string): Fields | undefined {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) return undefined;
    fields.set(name, value);
  }
  return fields;
}

function parseJson(text: string): Fields | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.some(([, field]) => typeof field !== "string")) return undefined;
  return new Map(entries as [string, string][]);
}
