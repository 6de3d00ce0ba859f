import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { feature } from "topojson-client";
import { expect, it } from "vitest";
import { bulgaria as map } from "../../src/core/map/bulgaria.ts";
import { outlinePath } from "../../src/core/map/map.ts";
import { expectGolden } from "./expect-golden.ts";

const file = fileURLToPath(new URL("../../src/core/map/bulgaria-outline.ts", import.meta.url));
const atlas = fileURLToPath(new URL("../../node_modules/world-atlas/countries-10m.json", import.meta.url));
/** ISO 3166-1. */
const bulgaria = "100";

it("the outline of Bulgaria is that of Natural Earth (public domain), to a tenth of a unit", () => {
  const topology = JSON.parse(readFileSync(atlas, "utf8"));
  const { features } = feature(topology, topology.objects.countries) as unknown as {
    features: readonly {
      readonly id: string;
      readonly geometry: { readonly coordinates: readonly [number, number][][] };
    }[];
  };
  const [ring = []] = features.find(({ id }) => id === bulgaria)?.geometry.coordinates ?? [];
  expect(ring.length).toBeGreaterThan(500);
  const path = outlinePath(
    map.frame,
    ring.map(([longitude, latitude]) => ({ longitude, latitude })),
  );
  expectGolden(
    `/** Natural Earth, 1 : 10 million (public domain), by test/golden/map-outline.test.ts. */\nexport const bulgariaOutline =\n  "${path}";\n`,
    file,
  );
});
