import { describe, expect, it } from "vitest";
import { readOwnPath, wayToTop } from "../../src/nomination/own-path.ts";
import { createTestEndpoint, origin } from "./test-endpoint.ts";

describe("the endpoint's own part of a path", () => {
  it.each([
    ["/nominate/treta", "/nominate/treta"],
    ["/prod/nominate/treta", "/nominate/treta"],
    ["/a/b/votes/api/nominations", "/api/nominations"],
    ["/prod/healthz", "/healthz"],
    ["/votes/nominate", "/nominate"],
    ["/nominate/healthz", "/nominate/healthz"],
    ["/api/nominate/treta", "/nominate/treta"],
    ["/api/nominate", "/nominate"],
    ["/api/healthz", "/healthz"],
    ["/api/api/tally", "/api/tally"],
    ["/nominate/api/nominations", "/api/nominations"],
    ["/api/challenges/token.png", "/api/challenges/token.png"],
    ["/elsewhere", "/elsewhere"],
    ["/prod/nominate/a/b", "/prod/nominate/a/b"],
  ])("of %s is %s", (pathname, own) => {
    expect(readOwnPath(new Request(`https://endpoint.example${pathname}?lang=bg`))).toBe(own);
  });

  it("says the way to the top", () => {
    expect([wayToTop("/nominate"), wayToTop("/nominate/treta"), wayToTop("/a/b/c")]).toEqual(["./", "../", "../../"]);
  });
});

describe.each(["", "/prod", "/some/votes", "/api"])("with %j before it", (prefix) => {
  it("the form, its picture and its sound lead to the endpoint, and a ballot to its confirmation", async () => {
    const endpoint = await createTestEndpoint({ paper: { titles: { "solar-roofs": { en: "Solar roofs" } } } });
    expect((await endpoint.get(`${prefix}/healthz`)).status).toBe(200);
    const address = `${origin}${prefix}/nominate/solar-roofs?lang=en`;
    const html = await (await endpoint.get(`${prefix}/nominate/solar-roofs?lang=en`)).text();
    const follow = (pattern: RegExp): string => new URL(pattern.exec(html)?.[1] ?? "", address).href;
    const [action, picture, sound] = [/action="([^"]+)"/, /<img src="([^"]+)"/, /<audio[^>]* src="([^"]+)"/].map(
      follow,
    );
    expect(action).toBe(`${origin}${prefix}/api/nominations?lang=en`);
    for (const file of [picture, sound]) expect((await endpoint.app.request(file ?? "")).status).toBe(200);
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const fields = { practice: "solar-roofs", token, answer: await endpoint.solve(token) };
    const sent = await endpoint.post(`${prefix}/api/nominations?lang=en`, new URLSearchParams(fields).toString(), {
      "Content-Type": "application/x-www-form-urlencoded",
    });
    const done = new URL(sent.headers.get("location") ?? "", action);
    expect(done.pathname).toBe(`${prefix}/nominate/solar-roofs`);
    expect(await (await endpoint.app.request(done.href)).text()).toContain("Your nomination has been counted");
  });
});
