import { describe, expect, it } from "vitest";
import { adoptionChain, type ChainLink } from "../../src/archive/adoption-chain.ts";
import type { PracticeId } from "../../src/core/model/ids.ts";
import { archiveOf, editionIn, entry } from "../builders.ts";

const archive = archiveOf([
  entry({ id: "first", adoptedBy: ["practice:second", "Община Елена"] }),
  entry({ id: "second", adoptedBy: ["practice:third"] }),
  entry({ id: "third", adoptedFrom: ["practice:second"] }),
  entry({ id: "alone", adoptedBy: ["Община Елена", "Община Елхово"] }),
  entry({ id: "pair", adoptedBy: ["practice:other"] }),
  entry({ id: "other" }),
  entry({ id: "round", adoptedBy: ["practice:about"] }),
  entry({ id: "about", adoptedBy: ["practice:again"] }),
  entry({ id: "again", adoptedBy: ["practice:round"] }),
]);

const chainOf = (id: string): ChainLink | undefined =>
  adoptionChain(id as PracticeId, archive, (other) => editionIn(archive, "bg").practicesById.get(other)?.item);

/** `first(second(third), Община Елена)` */
const written = (link: ChainLink | undefined): string =>
  link ? (link.id ?? link.text) + (link.takenBy.length > 0 ? `(${link.takenBy.map(written).join(", ")})` : "") : "";

describe("the chain of a practice", () => {
  it.each(["first", "second", "third"])("is the same from each of its members: %s", (id) => {
    expect(written(chainOf(id))).toBe("first(second(third), Община Елена)");
  });

  it("is not there where it would say no more than the practice itself", () => {
    expect(chainOf("alone")).toBeUndefined();
    expect(chainOf("pair")).toBeUndefined();
  });

  it("ends where it would come back to itself", () => {
    expect(written(chainOf("about")).split(/\W+/).filter(Boolean).sort()).toEqual(["about", "again", "round"]);
  });
});
