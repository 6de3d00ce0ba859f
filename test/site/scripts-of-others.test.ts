import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { useTemporarySite } from "./temporary-site.ts";

const site = useTemporarySite();
const read = (path: string): string => readFileSync(site.path("dist", path), "utf8");
const policyOf = (page: string): string | undefined =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(read(page))?.[1]?.replaceAll("&#39;", "'");

it("scripts: in site.yaml opens the policy of pages and hosts for what it names, and tells readers", async () => {
  site.write("content/site.yaml", "name: Архив\nlanguages: bg\n");
  site.write("content/pages/privacy.bg.md", "---\ntitle: Поверителност\n---\n\nНе пазим нищо.\n");
  await site.build();
  expect(policyOf("bg/index.html")).toContain("script-src 'self';");
  expect(policyOf("bg/index.html")).not.toContain("frame-src");
  expect(read("bg/privacy/index.html")).not.toContain("third-parties");

  site.write(
    "content/site.yaml",
    "name: Архив\nlanguages: bg\nscripts: [stats.example.org/js, 'https://www.maps.example.org']\n",
  );
  const { diagnostics } = await site.build();
  expect(diagnostics).toEqual([]);
  const policy = policyOf("bg/index.html") ?? "";
  const hosts = "https://stats.example.org https://www.maps.example.org";
  for (const directive of ["script-src 'self'", "connect-src 'self'", "img-src 'self'", "frame-src"])
    expect(policy).toContain(`${directive} ${hosts}`);
  expect(policy).toContain("style-src 'self';");
  expect(read("_headers")).toContain(`Content-Security-Policy: ${policy}; frame-ancestors 'none'`);
  expect(policyOf("index.html")).toBe(policy);
  expect(read("bg/privacy/index.html")).toMatch(
    /id="third-parties"[\s\S]*<li>stats\.example\.org<\/li>\s*<li>www\.maps/,
  );
  expect(read("bg/index.html")).not.toContain("third-parties");
});
