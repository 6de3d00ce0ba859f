import endpoint from "../../../src/nomination/entries/netlify.ts";

export default endpoint;

// Netlify reads this without running it: it has to be plain text here.
export const config = {
  path: ["/nominate", "/nominate/*", "/api/*", "/healthz"],
};
