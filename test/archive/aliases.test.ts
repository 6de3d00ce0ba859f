import { expect, it } from "vitest";
import { aliasPermalink, checkAliases } from "../../src/archive/aliases.ts";
import { outputPath } from "../../src/archive/permalinks.ts";

it.each([
  ["/innovations/bridge/", "/innovations/bridge/"],
  ["innovations/bridge", "/innovations/bridge/"],
  ["//a".slice(1), "/a/"],
  ["/old/page.html", "/old/page.html"],
  ["/old/PAGE.HTM", "/old/PAGE.HTM"],
  ["/./a//b/", "/a/b/"],
])("the old address %s is answered at %s", (alias, permalink) => {
  expect(aliasPermalink(alias)).toBe(permalink);
});

it("a Bulgarian address is encoded in links and plain on the disk", () => {
  const permalink = aliasPermalink("/практики/мост");
  expect(permalink).toBe(encodeURI("/практики/мост/"));
  expect(aliasPermalink(encodeURI("/практики/мост"))).toBe(permalink);
  expect(outputPath(permalink as Parameters<typeof outputPath>[0])).toBe("практики/мост/index.html");
});

it.each([
  ["https://flgr.example.org/a", "scheme"],
  ["//example.org/a", "scheme"],
  ["javascript:alert(1)", "scheme"],
  ["/en/innovations/?iid=1067", "query"],
  ["/a#b", "query"],
  ["/a%3Fb", "query"],
  ["/a%23b", "query"],
  ["/../secret", "outside"],
  ["/a/%2e%2e/%2e%2e/secret", "outside"],
  ["/a/..%2f..%2fsecret", "outside"],
  ["/a\\..\\b", "outside"],
  ["/a%5C..%5Cb", "outside"],
  ["/.htaccess", "outside"],
  ["/.well-known/x", "outside"],
  ["/a%00b", "outside"],
  ["/a%", "outside"],
  ["/a\ud800b", "outside"],
  ["/c:/windows", "outside"],
  ["/", "outside"],
  ["", "outside"],
])("%j is refused: %s", (alias, reason) => {
  expect(aliasPermalink(alias)).toEqual({ reason });
});

it("each wrong alias of a file is pointed at", () => {
  const findings = checkAliases({ file: "a.md", aliases: ["/fine/", "/../x", "/a?b"] });
  expect(findings).toMatchObject([
    { code: "alias/invalid", parameters: { alias: "/../x", reason: "outside" }, location: { field: ["aliases", 1] } },
    { code: "alias/invalid", parameters: { alias: "/a?b", reason: "query" }, location: { field: ["aliases", 2] } },
  ]);
});

it.each([
  ["a part of 100 characters", `/${"a".repeat(100)}/`, true],
  ["a part of 101 characters", `/${"a".repeat(101)}/`, false],
  ["a part of 100 letters, however long their codes are", encodeURI(`/${"я".repeat(100)}/`), true],
  ["180 characters", `/${"a".repeat(90)}/${"b".repeat(88)}`, true],
  ["181 characters", `/${"a".repeat(90)}/${"b".repeat(89)}`, false],
])("an address with %s", (_, alias, isAnswered) => {
  const permalink = aliasPermalink(alias);
  if (isAnswered) expect(permalink).toBe(alias.endsWith("/") ? encodeURI(decodeURI(alias)) : `${alias}/`);
  else expect(permalink).toEqual({ reason: "long" });
});
