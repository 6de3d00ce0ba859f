import { localize } from "../../core/language/language.ts";
import type { Archive } from "../../core/model/archive.ts";
import { escapeHtml } from "../../template/escape-html.ts";
import type { RenderContext } from "../kit/context.ts";
import { citedPractice } from "../practice/citation/cited-practice.ts";
import { dayOfText } from "../practice/day-of-text.ts";
import { entriesOf } from "./data-record.ts";
import { elementsOf } from "./terms.ts";

/**
 * The archive for library catalogues: a Static Repository of the Open Archives Initiative (specification 2004-04-23), with Dublin Core of
 * each practice, all languages of a practice in one record. A gateway answers OAI-PMH requests out of it.
 */
export function* toOaiRepository(context: RenderContext): Generator<string> {
  const { archive } = context;
  const { site } = archive;
  const host = new URL(site.baseUrl).hostname;
  const entries = entriesOf(archive);
  const records = Map.groupBy(entries, ({ item }) => item.id);
  const earliest = entries.map(({ item }) => item.date as string).sort()[0] ?? "1998-09-01";
  const email = site.publisher?.email ?? `webmaster@${host}`;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<Repository xmlns="http://www.openarchives.org/OAI/2.0/static-repository" xmlns:oai="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd">
<Identify>
<oai:repositoryName>${escapeHtml(nameOf(archive))}</oai:repositoryName>
<oai:baseURL>${escapeHtml(`${site.baseUrl}/data/oai.xml`)}</oai:baseURL>
<oai:protocolVersion>2.0</oai:protocolVersion>
<oai:adminEmail>${escapeHtml(email)}</oai:adminEmail>
<oai:earliestDatestamp>${earliest}</oai:earliestDatestamp>
<oai:deletedRecord>no</oai:deletedRecord>
<oai:granularity>YYYY-MM-DD</oai:granularity>
</Identify>
<ListMetadataFormats>
<oai:metadataFormat>
<oai:metadataPrefix>oai_dc</oai:metadataPrefix>
<oai:schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</oai:schema>
<oai:metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</oai:metadataNamespace>
</oai:metadataFormat>
</ListMetadataFormats>
<ListRecords metadataPrefix="oai_dc">
`;
  for (const [id, versions] of records) yield recordOf(`oai:${host}:${id}`, versions, context);
  yield `</ListRecords>
</Repository>
`;
}

function nameOf({ site }: Archive): string {
  return localize(site.name, site.languages[0]);
}

function recordOf(identifier: string, versions: ReturnType<typeof entriesOf>, context: RenderContext): string {
  const { archive } = context;
  const days = versions.map(({ item }): string => dayOfText(item, archive));
  const day = days.sort().at(-1) ?? "";
  const fields = versions.flatMap((entry): [string, string, string][] => {
    const { language, ...practice } = citedPractice(entry, context);
    return [
      ["title", practice.title, language],
      ["creator", practice.author, language],
      ...practice.keywords.map((keyword): [string, string, string] => ["subject", keyword, language]),
      ["description", practice.summary, language],
      ["publisher", practice.publisher, language],
      ["date", practice.date, ""],
      ["identifier", practice.url, ""],
      ["language", language, ""],
      ...elementsOf("dublinCore", { entry, archive }).map(([term, text]): [string, string, string] => [
        term,
        text,
        language,
      ]),
    ];
  });
  const unique = new Map(fields.filter(([, text]) => text !== "").map((field) => [field.join("\0"), field]));
  const lines = [...unique.values(), ["type", "Text", ""] as const].map(
    ([name, text, language]) =>
      `<dc:${name}${language ? ` xml:lang="${language}"` : ""}>${escapeHtml(text)}</dc:${name}>\n`,
  );
  return `<oai:record>
<oai:header>
<oai:identifier>${escapeHtml(identifier)}</oai:identifier>
<oai:datestamp>${day}</oai:datestamp>
</oai:header>
<oai:metadata>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
${lines.join("")}</oai_dc:dc>
</oai:metadata>
</oai:record>
`;
}
