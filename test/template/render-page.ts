import type { Finding } from "../../src/core/diagnostics/finding.ts";
import { createTemplates } from "../../src/template/create-templates.ts";
import { TemplateFault } from "../../src/template/template-fault.ts";

/** What `page.njk` renders to, or the findings and faults on the way: code, file, parameters, line and column. */
export function render(page: string, view: object = {}, others: Readonly<Record<string, string>> = {}) {
  const { value, findings } = createTemplates(new Map(Object.entries({ "page.njk": page, ...others })));
  if (findings.length > 0) return findings.map(flat);
  try {
    return value.render("page.njk", view);
  } catch (error) {
    if (error instanceof TemplateFault) return [flat(error.finding)];
    throw error;
  }
}

function flat({ code, file, parameters, location }: Finding) {
  return { code, file: file.replace("templates/", ""), ...parameters, ...location };
}

/** A function that templates may call. */
export const same = (value: unknown): unknown => value;
