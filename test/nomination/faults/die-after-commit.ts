// An endpoint that dies the moment a vote has been committed, before the reader hears of it: node die-after-commit.ts <root>
import { join } from "node:path";
import { serveFolder } from "../../../src/dev/serve-folder.ts";
import { openStore } from "../../../src/nomination/node/open-store.ts";
import { startEndpoint } from "../../../src/nomination/node/start-endpoint.ts";
import { readSettings } from "../../../src/nomination/settings.ts";

const root = process.argv[2] ?? "";
const store = await openStore(join(root, ".praktika", "votes.db"));
const record = store.record.bind(store);
store.record = async (entries) => {
  await record(entries);
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => undefined);
};
const { url } = await serveFolder(join(root, "dist"), 0, {
  createEndpoint: async (own) => {
    const settings = readSettings({
      PRAKTIKA_SECRET: "a-secret-that-only-tests-may-know-32",
      PRAKTIKA_ORIGINS: own.replace(/\/$/, ""),
    });
    const { app } = await startEndpoint({ settings, store, siteFolder: join(root, "dist"), log: () => undefined });
    return { owns: () => true, fetch: (request, bindings) => app.fetch(request, bindings) };
  },
});
process.stdout.write(url.replace(/\/$/, ""));
