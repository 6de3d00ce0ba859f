import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The files of a site that an endpoint reads. */
export const siteFiles: Readonly<Record<string, unknown>> = {
  "/nominees.json": ["solar-roofs", "one-stop-shop", "mobile-library"],
  "/ballot-paper.json": {
    site: { name: { bg: "Практики", en: "Practices" } },
    titles: { "solar-roofs": { bg: "Слънчеви покриви", en: "Solar roofs" } },
    formerIds: { "solar-panels": "solar-roofs" },
  },
};

export interface PublishedSite {
  readonly url: string;
  close(): Promise<void>;
}

/** A published site on the loopback address. */
export async function publishSite(): Promise<PublishedSite> {
  const server = createServer((request, response) => {
    const file = siteFiles[request.url ?? ""];
    response.writeHead(file ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(file ?? null));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
