import { describe, expect, it } from "vitest";
import { languageOfOldAddress, parseOldAddress } from "../../src/archive/old-address.ts";

describe("an address of the old archive", () => {
  it.each([
    ["/en/innovations/solar-roofs/?iid=1067", "iid", "1067", "en"],
    ["http://www.flgr.bg/en/innovations/?iid=1123", "iid", "1123", "en"],
    ["https://WWW.FLGR.BG/EN/innovations/x?lang=1&IID=0042#top", "iid", "42", "en"],
    ["?iid=7&catid=8", "iid", "7", undefined],
    ["/bg/innovations/?page=7&catid=8", "catid", "8", "bg"],
    ["/bg?subact=weekly&page=4", "subact", "weekly", "bg"],
    ["/innovations/?subact=yearly", "subact", "yearly", undefined],
    ["/en/news/?news_id=1860", "news_id", "1860", "en"],
  ])("is known by kind and key: %s", (address, kind, key, language) => {
    expect(parseOldAddress(address)).toEqual({ kind, key });
    expect(languageOfOldAddress(address)).toBe(language);
  });

  it.each([
    ["iid", "999999999", "1000000000"],
    ["news_id", "999999999", "1000000000"],
    ["catid", "999999999", "1000000000"],
    ["subact", "a".repeat(40), "a".repeat(41)],
  ])("has keys of some length: %s", (kind, longest, longer) => {
    expect(parseOldAddress(`?${kind}=${longest}`)).toEqual({ kind, key: longest });
    expect(parseOldAddress(`?${kind}=${longer}`)).toBeUndefined();
  });

  it("given more than once means the first, and of several the narrowest", () => {
    expect(parseOldAddress("?iid=1&iid=2")).toEqual({ kind: "iid", key: "1" });
    expect(parseOldAddress("?subact=weekly&catid=8&news_id=5&iid=7")).toEqual({ kind: "iid", key: "7" });
    expect(parseOldAddress("?subact=weekly&catid=8&news_id=5&iid=x")).toEqual({ kind: "news_id", key: "5" });
    expect(parseOldAddress("?subact=weekly&catid=8")).toEqual({ kind: "catid", key: "8" });
  });

  it.each(["/en/innovations/", "?iid=", "?iid=abc", "?iid=12345678901", "?subact=<script>", "?q=1067", "/iid=5"])(
    "is nothing else: %s",
    (address) => expect(parseOldAddress(address)).toBeUndefined(),
  );
});
