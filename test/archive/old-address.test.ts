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

  it.each(["/en/innovations/", "?iid=", "?iid=abc", "?iid=12345678901", "?subact=<script>", "?q=1067", "/iid=5"])(
    "is nothing else: %s",
    (address) => expect(parseOldAddress(address)).toBeUndefined(),
  );
});
