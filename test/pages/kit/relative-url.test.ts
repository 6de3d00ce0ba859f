import { describe, expect, it } from "vitest";
import { permalinks } from "../../../src/archive/permalinks.ts";
import type { Permalink } from "../../../src/core/model/ids.ts";
import { createTarget } from "../../../src/core/target.ts";
import { createAbsoluteUrl, createRelativeUrl } from "../../../src/pages/kit/relative-url.ts";

const practice = permalinks.practice("bg", "most");

describe("a relative address", () => {
  it("goes up to the top of the site and down from there", () => {
    const link = createRelativeUrl(practice, createTarget("web"));
    expect(link(permalinks.theme("bg", "energy"))).toBe("../../../bg/themes/energy/");
    expect(link("/" as Permalink)).toBe("../../../");
    expect(link(permalinks.feed("en"))).toBe("../../../en/feed.xml");
  });

  it("from the top begins with a dot, so that it never looks like a scheme or is empty", () => {
    const link = createRelativeUrl("/" as Permalink, createTarget("web"));
    expect(link(permalinks.home("bg"))).toBe("./bg/");
    expect(link("/" as Permalink)).toBe("./");
  });

  it("from a file counts the folders, not the file", () => {
    expect(createRelativeUrl("/404.html" as Permalink, createTarget("web"))(permalinks.home("bg"))).toBe("./bg/");
    expect(createRelativeUrl("/old/page.html" as Permalink, createTarget("web"))(permalinks.home("bg"))).toBe("../bg/");
  });

  it("for reading from a disk names the file, of pages only", () => {
    const link = createRelativeUrl(practice, createTarget("disk"));
    expect(link(permalinks.home("bg"))).toBe("../../../bg/index.html");
    expect(link("/" as Permalink)).toBe("../../../index.html");
    expect(link("/media/plan.pdf" as Permalink)).toBe("../../../media/plan.pdf");
  });
});

it("a page shown under any address links from the root of the host, below the base path", () => {
  expect(createAbsoluteUrl("https://example.org")(practice)).toBe("/bg/practices/most/");
  expect(createAbsoluteUrl("https://example.org/archive")(practice)).toBe("/archive/bg/practices/most/");
});
