import { describe, expect, it } from "vitest";
import type { MunicipalityCode } from "../../src/core/model/ids.ts";
import { parsePlaces, readDefaultPlaces } from "../../src/read/read-places.ts";

const header = "code,name_bg,province_code,province_bg,lat,lon";
const parse = (...rows: string[]) => parsePlaces({ path: "content/places.csv", text: `${rows.join("\n")}\n` });

describe("the list that comes with Praktika", () => {
  const places = [...readDefaultPlaces().values()];

  it("has the 265 municipalities in 28 provinces", () => {
    expect(places).toHaveLength(265);
    expect(new Set(places.map(({ province }) => province.code)).size).toBe(28);
  });

  it("puts each of them into Bulgaria", () => {
    for (const { name, latitude, longitude } of places) {
      expect(latitude, name).toBeGreaterThan(41.2);
      expect(latitude, name).toBeLessThan(44.3);
      expect(longitude, name).toBeGreaterThan(22.3);
      expect(longitude, name).toBeLessThan(28.7);
    }
  });

  it("knows Sliven", () => {
    expect(readDefaultPlaces().get("SLV20" as MunicipalityCode)).toMatchObject({
      name: "Сливен",
      province: { name: "Сливен" },
    });
  });
});

describe("a site's own list", () => {
  it("may have its columns in any order, and others beside them", () => {
    const { value, findings } = parse(
      "name_bg,code,note,lon,lat,province_bg,province_code",
      '"Белово, град",PAZ02,x,24.02,42.21,Пазарджик,PAZ',
    );
    expect(findings).toEqual([]);
    expect([...value.values()]).toEqual([
      {
        code: "PAZ02",
        name: "Белово, град",
        province: { code: "PAZ", name: "Пазарджик" },
        latitude: 42.21,
        longitude: 24.02,
      },
    ]);
  });

  it.each([
    ["a column is missing", ["code,name_bg,lat,lon", "A,Б,1,2"], "province_code"],
    ["a name is missing", [header, "A,,P,П,1,2"], "A"],
    ["a coordinate is no number", [header, "A,Б,P,П,north,2"], "A"],
    ["a coordinate is missing", [header, "A,Б,P,П,,2"], "A"],
  ])("is refused when %s, and it is said where", (_, rows, reason) => {
    const { value, findings } = parse(...rows);
    expect(value.size).toBe(0);
    expect(findings).toMatchObject([{ code: "site/invalid-places", parameters: { reason } }]);
  });

  it("is refused when it has no rows, or rows of another length", () => {
    expect(parse(header).findings).toHaveLength(1);
    expect(parse(header, "A,Б").findings).toHaveLength(1);
  });
});
