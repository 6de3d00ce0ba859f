import { describe, expect, it } from "vitest";
import type { MunicipalityCode } from "../../src/core/model/ids.ts";
import { bandOf, sizeBands } from "../../src/core/model/size-bands.ts";
import { parsePlaces, readDefaultPlaces, withPopulation } from "../../src/read/read-places.ts";

const header = "code,name_bg,province_code,province_bg,lat,lon";
const file = (rows: readonly string[]) => ({ path: "content/places.csv", text: `${rows.join("\n")}\n` });
const parse = (...rows: string[]) => parsePlaces(file(rows));
const codesIn = ({ findings }: ReturnType<typeof parse>) => findings.map(({ code }) => code);

describe("the list that comes with Praktika", () => {
  const { places, census } = readDefaultPlaces();
  const all = [...places.values()];

  it("has the 265 municipalities in 28 provinces, each in Bulgaria and with its population", () => {
    expect(all).toHaveLength(265);
    expect(new Set(all.map(({ province }) => province?.code)).size).toBe(28);
    for (const { name, point, population } of all) {
      expect(point?.latitude, name).toBeGreaterThan(41.2);
      expect(point?.latitude, name).toBeLessThan(44.3);
      expect(point?.longitude, name).toBeGreaterThan(22.3);
      expect(point?.longitude, name).toBeLessThan(28.7);
      expect(population, name).toBeGreaterThan(500);
    }
  });

  it("knows Sliven, of what year its figures are and who says so", () => {
    expect(places.get("SLV20" as MunicipalityCode)).toMatchObject({ name: "Сливен", province: { name: "Сливен" } });
    expect(census?.year).toBe("2013");
    expect(census?.source.bg).toContain("статистически");
    expect(census?.source.en).toContain("31 December 2013");
  });

  it("has places of every size", () => {
    const counts = sizeBands.map(({ key }) => all.filter(({ population }) => bandOf(population) === key).length);
    expect(counts).toEqual([46, 75, 66, 50, 19, 9]);
  });
});

describe("the size of a place", () => {
  it.each([
    [0, "under-5"],
    [4_999, "under-5"],
    [5_000, "5-10"],
    [19_999, "10-20"],
    [20_000, "20-50"],
    [50_000, "50-100"],
    [99_999, "50-100"],
    [100_000, "over-100"],
    [undefined, undefined],
  ])("of %s inhabitants is %s", (population, band) => {
    expect(bandOf(population)).toBe(band);
  });
});

describe("a site's own list", () => {
  it("may have its columns in any order, and others beside them", () => {
    const { value, findings } = parse(
      "name_bg,code,note,lon,lat,province_bg,province_code",
      '"Белово, град",PAZ02,x,24.02,42.21,Пазарджик,PAZ',
    );
    expect(findings).toEqual([]);
    expect([...value.places.values()]).toEqual([
      {
        code: "PAZ02",
        name: "Белово, град",
        province: { code: "PAZ", name: "Пазарджик" },
        point: { latitude: 42.21, longitude: 24.02 },
      },
    ]);
  });

  it("needs codes and names alone", () => {
    const { value, findings } = parse("code,name", "CJ,Cluj-Napoca");
    expect(findings).toEqual([]);
    expect([...value.places.values()]).toEqual([{ code: "CJ", name: "Cluj-Napoca" }]);
    expect(value.census).toBeUndefined();
  });

  it("may name places in each language, and provinces by their name alone", () => {
    const { value } = parse("code,name_bg,name_en,province", "TH,Солун,Thessaloniki,Macedonia");
    expect([...value.places.values()]).toEqual([
      {
        code: "TH",
        name: "Солун",
        names: { en: "Thessaloniki" },
        province: { code: "Macedonia", name: "Macedonia" },
      },
    ]);
  });

  it("may be as spreadsheets write it: semicolons, commas in numbers, empty columns, thousands apart", () => {
    const { value, findings } = parse(
      "Code;Name;Latitude;Longitude;Population_2021;;",
      "A;Клуж;46,77;23,59;286 598;;",
      ";;;;;;",
    );
    expect(findings).toEqual([]);
    expect([...value.places.values()]).toMatchObject([
      { point: { latitude: 46.77, longitude: 23.59 }, population: 286_598 },
    ]);
    expect(value.census).toEqual({ year: "2021", source: {} });
  });

  it.each(["286598", "286,598", "286.598", "286 598", "286\u00a0598", "286'598"])("reads %s inhabitants", (written) => {
    const { value } = parse("code\tname\tpopulation", `A\tБ\t${written}`);
    expect(value.places.get("A" as MunicipalityCode)?.population).toBe(286_598);
  });

  it.each([
    ["a column is missing", ["code,lat,lon", "A,1,2"], "table/missing-column"],
    ["a name is missing", [header, "A,,P,П,1,2"], "table/value"],
    ["a code is missing", [header, ",Б,P,П,1,2"], "table/value"],
    ["a coordinate is no number", [header, "A,Б,P,П,north,2"], "table/value"],
    ["a coordinate is missing", [header, "A,Б,P,П,,2"], "table/value"],
    ["a place is beyond the pole", [header, "A,Б,P,П,91,2"], "table/value"],
    ["a number of inhabitants is a text", ["code,name,population", "A,Б,около 500"], "table/value"],
    ["a number of inhabitants has a part", ["code,name,population", "A,Б,5.5"], "table/value"],
    ["a row is short", [header, "A,Б"], "table/row-length"],
    ["a code comes twice", ["code,name", "A,Б", "A,В"], "table/same-code"],
    ["a column is misspelt", ["code,name,populaton", "A,Б,1"], "table/unknown-column"],
    ["a quotation mark is open", ["code,name", 'A,"Б'], "site/invalid-places"],
  ])("has a finding where %s", (_, rows, code) => {
    expect(codesIn(parse(...rows))).toEqual([code]);
  });

  it("keeps the rows that can be read, and may have none", () => {
    const { value, findings } = parse(header, "A,Б,P,П,x,2", "C,Г,P,П,1,2");
    expect([...value.places.keys()]).toEqual(["A", "C"]);
    expect(findings).toMatchObject([{ location: { line: 2, text: "x" } }]);
    expect(parse(header).findings).toEqual([]);
  });
});

describe("a table of population", () => {
  const table = { places: parse("code,name,population_2001", "A,Клуж,5", "B,Яш,7").value.places, census: undefined };
  const read = (...rows: string[]) => withPopulation(table, { ...file(rows), path: "content/population.csv" });

  it("replaces all figures of the places", () => {
    const { value, findings } = read("code,population_2021,source", "A,286598,INS", "");
    expect(findings).toEqual([]);
    expect([...value.places.values()]).toEqual([
      { code: "A", name: "Клуж", population: 286_598 },
      { code: "B", name: "Яш" },
    ]);
    expect(value.census).toEqual({ year: "2021", source: { bg: "INS", en: "INS" } });
  });

  it("says which code no place has", () => {
    expect(read("code,population", "X,5").findings).toMatchObject([
      { code: "table/unknown-code", parameters: { code: "X" }, location: { line: 2 } },
    ]);
  });
});
