/*
 * A worker that all open pages share. It alone holds the stream of changes: browsers open no more than six connections to a server,
 * and a stream in each page would keep the seventh from loading.
 */

const channel = new BroadcastChannel("praktika");
const source = new EventSource("/__praktika/events");
for (const name of ["hello", "pages", "styles"])
  source.addEventListener(name, ({ data }: MessageEvent) => channel.postMessage([name, String(data)]));
