import { finding, type Result } from "../core/diagnostics/finding.ts";
import { slugify } from "../core/language/slug.ts";
import type { SourceFile } from "../core/model/document.ts";
import type { IssueId } from "../core/model/ids.ts";
import type { Issue } from "../core/model/issue.ts";
import type { Vocabulary } from "../core/model/site.ts";
import { isValidId } from "./identify.ts";
import { parseYaml } from "./parse-yaml.ts";
import { createIssueSchema } from "./schema/issue-schema.ts";
import { validateFields } from "./validate-fields.ts";

/** content/issues/<id>.yaml → `Issue`. Findings: yaml/*, front-matter/*, content/invalid-id. */
export function createIssueValidator(vocabulary: Vocabulary): (source: SourceFile) => Result<Issue | undefined> {
  const schema = createIssueSchema(vocabulary);
  return (source) => {
    const yaml = parseYaml(source);
    if (!yaml.value) return { value: undefined, findings: yaml.findings };
    const id = source.path.slice(source.path.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "");
    const { value, findings } = validateFields(schema, { path: source.path, fields: yaml.value });
    const isNamed = isValidId(id);
    const problems = isNamed
      ? [...yaml.findings, ...findings]
      : [
          ...yaml.findings,
          ...findings,
          finding("content/invalid-id", source.path, { id, suggestion: `${slugify(id) || "issue"}.yaml` }),
        ];
    if (!value || !isNamed) return { value: undefined, findings: problems };
    const issue: Issue = {
      id: id as IssueId,
      file: source.path,
      title: value.title,
      subtitle: value.subtitle,
      year: value.year,
      languages: value.languages,
      selection: value.selection,
      order: value.order,
      foreword: value.foreword,
      imprint: value.imprint,
      paper: value.paper ?? "a5",
      bilingual: value.bilingual ?? false,
    };
    return { value: issue, findings: problems };
  };
}
