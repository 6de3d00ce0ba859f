import { describe, expect, it } from "vitest";
import { selectMedia } from "../../src/archive/media.ts";
import { practiceFields } from "../../src/core/model/fields/practice-fields.ts";
import { codesOf, entry, practiceLink } from "../builders.ts";

const file = (path: string) => ({ path, source: `content/${path}` }) as Parameters<typeof selectMedia>[0][number];
const select = (paths: readonly string[], ...texts: Parameters<typeof entry>[]) => {
  const { value, findings } = selectMedia(
    paths.map(file),
    texts.map((text) => entry(...text)),
    practiceFields,
  );
  return [value.map(({ path }) => path), codesOf(findings)];
};
const shows = (path: string) => ({
  links: [{ ...practiceLink("x"), target: { kind: "file" as const, path, fragment: "" } }],
});

describe("a file is published", () => {
  it("from content/media/ in any case, from elsewhere if a text shows or offers it", () => {
    expect(select(["media/a.jpg"])).toEqual([["media/a.jpg"], []]);
    expect(select(["practices/2016/a.jpg"])).toEqual([[], ["content/unexpected-file"]]);
    expect(select(["practices/2016/a.jpg"], [{ id: "a" }, shows("practices/2016/a.jpg")])).toEqual([
      ["practices/2016/a.jpg"],
      [],
    ]);
    const attachments = [{ file: "practices/2016/a.pdf", title: "А" }];
    expect(select(["practices/2016/a.pdf"], [{ id: "a", attachments }])).toEqual([["practices/2016/a.pdf"], []]);
    // Not because its name begins like the folder's.
    expect(select(["media-drafts/a.jpg"])).toEqual([[], ["content/unexpected-file"]]);
  });

  it("together with one whose name differs in capitals only, which is pointed at", () => {
    expect(select(["media/a.jpg", "media/A.jpg", "media/b.jpg"])).toEqual([
      ["media/a.jpg", "media/A.jpg", "media/b.jpg"],
      ["content/id-case"],
    ]);
  });
});
