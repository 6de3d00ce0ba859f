import { expect, it } from "vitest";
import { createFilters } from "../../src/template/filters.ts";

const { bareUrl, dial, json, whole } = createFilters();

it.each([
  ["https://www.example.org/", "example.org"],
  ["http://example.org/a/", "example.org/a"],
  ["https://wwwx.example.org/a?b=c", "wwwx.example.org/a?b=c"],
])("the address %s is written as people do", (url, bare) => {
  expect(bareUrl(url)).toBe(bare);
});

it.each([
  ["+359 44 000 123", "+35944000123"],
  ["(044) 62-34-56", "044623456"],
])("the telephone number %s can be dialled", (number, dialled) => {
  expect(dial(number)).toBe(dialled);
});

it("JSON cannot end the element it stands in, and is still the same value", () => {
  const value = { title: "</script><!-- <b>„Мост“" };
  expect(json(value)).not.toContain("<");
  expect(JSON.parse(json(value))).toEqual(value);
});

it("numbers that belong together stay on one line, and everything else is escaped", () => {
  expect(String(whole("План 2014–2020 <Мост>"))).toBe('План <span class="whole">2014–2020</span> &lt;Мост&gt;');
});
