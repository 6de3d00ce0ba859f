import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Colour, contrastOf, readableOn, readColour } from "../../src/core/colour.ts";
import { usualLook } from "../../src/core/model/look.ts";

const colours = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts): Colour => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`);

describe("a colour", () => {
  it.each([
    ["#1f4d3a", "#1f4d3a"],
    ["1F4D3A", "#1f4d3a"],
    ["#a0C", "#aa00cc"],
    ["red", undefined],
    ["#1f4d3", undefined],
    ["", undefined],
  ])("is read as people write it: %s", (written, colour) => {
    expect(readColour(written)).toBe(colour);
  });

  it.each([
    // The examples of WebAIM and of the standard itself.
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#767676", "#ffffff", 4.54],
    ["#1f4d3a", "#1f4d3a", 1],
  ] as const)("%s on %s has a contrast of %d", (one, other, contrast) => {
    expect(contrastOf(one, other)).toBeCloseTo(contrast, 2);
    expect(contrastOf(other, one)).toBeCloseTo(contrast, 2);
  });

  it("that can be read stays; any other becomes one that can be read", () => {
    fc.assert(
      fc.property(colours, colours, (colour, ground) => {
        const found = readableOn(colour, [ground]);
        expect(contrastOf(found, ground)).toBeGreaterThanOrEqual(4.5);
        if (contrastOf(colour, ground) >= 4.5) expect(found).toBe(colour);
      }),
    );
  });
});

it("the usual colours can be read on all grounds that they stand on", () => {
  for (const palette of [usualLook.light, usualLook.dark])
    for (const text of ["ink", "quiet", "accent", "warm"] as const)
      for (const ground of ["paper", "tint"] as const)
        expect(contrastOf(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});
