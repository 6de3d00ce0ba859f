/** `hello`: listening has begun, and what was missed before that is not known; with `pages` comes the page that was saved, or "". */
export type ChangeName = "hello" | "pages" | "styles";

/** Hears of changes from the worker that all open pages share; without such workers, from a stream that a hidden page closes. */
export function subscribe(listen: (name: ChangeName, data: string) => void): void {
  if (typeof SharedWorker === "function") {
    new BroadcastChannel("praktika").addEventListener("message", ({ data: [name, data] }) => listen(name, data));
    new SharedWorker("/__praktika/events.js");
    listen("hello", "");
    return;
  }
  let source: EventSource | undefined;
  const follow = (): void => {
    source?.close();
    source = document.hidden ? undefined : openStream(listen);
  };
  document.addEventListener("visibilitychange", follow);
  follow();
}

function openStream(listen: (name: ChangeName, data: string) => void): EventSource {
  const source = new EventSource("/__praktika/events");
  for (const name of ["hello", "pages", "styles"] as const)
    source.addEventListener(name, ({ data }) => listen(name, String(data)));
  return source;
}

/** The tag of a page as the server would send it now; undefined while it does not answer. */
export async function askTag(address: string): Promise<string | undefined> {
  try {
    const reply = await fetch(address, { method: "HEAD", cache: "no-store" });
    return reply.headers.get("etag") ?? undefined;
  } catch {
    return undefined;
  }
}
