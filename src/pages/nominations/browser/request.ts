/** An answer of the endpoint: its status, and the object in it, empty if it is no JSON. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Milliseconds; the endpoint answers within two seconds or not at all. */
const requestTimeoutMs = 12_000;

/** Like `fetch`, for a few seconds. Rejects if no answer comes. */
export async function request<Read>(
  address: string,
  init: RequestInit,
  read: (reply: Response) => Promise<Read>,
): Promise<Read> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), requestTimeoutMs);
  try {
    return await read(await fetch(address, { ...init, signal: waiting.signal }));
  } finally {
    clearTimeout(timer);
  }
}

/** Sends JSON. Rejects if no answer comes: whether it arrived is then unknown. */
export function postJson(address: string, fields: object): Promise<Answer> {
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(fields) };
  return request(address, init, async (reply) => {
    const body: unknown = await reply.json().catch(() => undefined);
    return { status: reply.status, body: typeof body === "object" && body ? { ...body } : {} };
  });
}
