import { maxBodyBytes, type ProblemCode } from "../../core/protocol.ts";

export type Fields = ReadonlyMap<string, string>;

export type ReadFields =
  | { readonly fields: Fields; readonly isForm: boolean }
  | {
      readonly problem: Extract<ProblemCode, "too-large" | "unsupported-type" | "invalid-request">;
      /** What of a form could be read all the same, to show it again. */
      readonly fields?: Fields;
    };

/**
 * The fields of a form or JSON body. The body may have at most `maxBodyBytes`, whatever its headers say of its length; each
 * field may be there once, JSON values must be texts.
 */
export async function readFields(request: Request): Promise<ReadFields> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  const isForm = type === "application/x-www-form-urlencoded";
  if (!isForm && type !== "application/json") return { problem: "unsupported-type" };
  const { bytes, isWhole } = await readAtMost(request, maxBodyBytes);
  const refuse = (problem: "too-large" | "invalid-request"): ReadFields => {
    return { problem, ...(isForm && { fields: firstFields(bytes) }) };
  };
  if (!isWhole) return refuse("too-large");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse("invalid-request");
  }
  const fields = isForm ? parseForm(text) : parseJson(text);
  return fields ? { fields, isForm } : refuse("invalid-request");
}

/** The first value of each field, as far as they were read. */
function firstFields(bytes: Uint8Array): Fields {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes)))
    if (!fields.has(name)) fields.set(name, value);
  return fields;
}

/** The body, or its beginning if there is more. */
async function readAtMost(request: Request, limit: number): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  // Servers hold a body to the length it announces; reading it whole is several times cheaper than by the stream.
  if (announced <= limit) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return { bytes: bytes.subarray(0, limit), isWhole: bytes.length <= limit };
  }
  const bytes = new Uint8Array(limit);
  let length = 0;
  if (!request.body) return { bytes: bytes.subarray(0, 0), isWhole: !(announced > limit) };
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: bytes.subarray(0, length), isWhole: !(announced > limit) };
    bytes.set(value.subarray(0, limit - length), length);
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return { bytes, isWhole: false };
    }
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
