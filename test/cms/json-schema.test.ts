import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { describeFields } from "../../src/cms/describe-fields.ts";
import { composeJsonSchema } from "../../src/cms/json-schema.ts";
import { createPracticeSchema } from "../../src/read/schema/practice-schema.ts";
import { vocabulary } from "../builders.ts";

const words = vocabulary();
const schema = composeJsonSchema("Practice", describeFields(createPracticeSchema(words)), {
  texts: { title: { label: "Title", hint: "What it is called" } },
  themeIds: [...words.themes.keys()],
  municipalities: ["Белене"],
});
const accepts = new Ajv2020({ strict: false }).compile(schema);
const practice = { title: "Слънчеви покриви", innovator: "Община Белене", date: "2018-09-19" };

describe("the schema of a practice accepts", () => {
  it.each([
    [{}, true],
    [{ title: 2016 }, true],
    [{ title: undefined }, false],
    [{ innovator: undefined }, true],
    [{ date: undefined }, false],
    [{ date: "19.09.2018" }, false],
    [{ draft: true }, true],
    [{ draft: "yes" }, false],
    [{ legacy: { iid: 0 } }, true],
    [{ legacy: { iid: 1067 } }, true],
    [{ legacy: { iid: -1 } }, false],
    [{ legacy: { iid: 1.5 } }, false],
    [{ themes: "energy" }, true],
    [{ themes: ["energy", "youth"] }, true],
    [{ themes: ["energy", "sport"] }, false],
    [{ municipality: "Белене" }, true],
    [{ municipality: "Белене и др." }, false],
    [{ projectUrl: "https://example.org/a" }, true],
    [{ projectUrl: "www.example.org" }, true],
    [{ projectUrl: "example.org" }, true],
    [{ projectUrl: "an address" }, false],
    [{ colour: "red" }, false],
  ])("%j: %s", (fields, expected) => {
    expect(accepts(JSON.parse(JSON.stringify({ ...practice, ...fields })))).toBe(expected);
  });
});

it("a field has the name and hint of its text", () => {
  const { properties } = schema as { properties: Record<string, object> };
  expect(properties.title).toMatchObject({ title: "Title", description: "What it is called" });
  expect(properties.innovator).not.toHaveProperty("title");
});
