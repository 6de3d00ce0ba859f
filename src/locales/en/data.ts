import type { DataTexts } from "../types/data.ts";

export const data: DataTexts = {
  title: "Open data",
  intro:
    "The whole archive as data: for tables, maps, library catalogues and programs. The files are updated with every publication.",
  filesTitle: "Files",
  files: {
    "practices.csv": "a table for Excel, LibreOffice and the like; one line for each text",
    "practices.json": "the same data for programs, one record per line",
    "practices.geojson": "practices as points on a map, in the middle of each municipality",
    "datapackage.json": "a description of the fields (Data Package)",
    "catalog.jsonld": "a description for portals of open data (DCAT-AP)",
    "oai.xml": "records for library catalogues (OAI-PMH static repository, Dublin Core)",
    SHA256SUMS: "checksums to verify the downloads",
  },
  citations: (language, format) => `the practices in ${language} for reference managers (${format})`,
  fieldsTitle: "Fields",
  fieldsIntro: "An empty field means that there are no data. In the table, list values are separated by “ | ”.",
  fieldColumn: "Field",
  typeColumn: "Type",
  meaningColumn: "Description",
  types: {
    string: "text",
    date: "date",
    integer: "whole number",
    number: "number",
    boolean: "yes or no",
    list: "list",
  },
  fields: {
    id: "The name of the practice in its address; it never changes, and all its texts share it.",
    language: "The language of the record (ISO 639-1).",
    provinces: "The provinces of these municipalities, by their codes.",
    nominations: "Nominations by readers, if the site shows them.",
    url: "The page with the full text.",
    population: "How many people live in each of these municipalities, in the same order.",
    sizes:
      "The sizes of these municipalities in thousands of inhabitants: under-5, 5-10, 10-20, 20-50, 50-100, over-100.",
  },
  parts: {
    currency: (field) => `${field}: the currency (ISO 4217).`,
    year: (field) => `${field}: the year of the prices.`,
  },
  usage: "The texts may be used under the licence of the site; name the archive as their source.",
};
