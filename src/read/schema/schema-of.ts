import { z } from "zod";
import type { Member, ValueType } from "../../core/model/fields/field.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { count, day, flag, line, listOf, prose, webAddress } from "./fields.ts";
import { agent, file, labelledChoice, money, quantity, yesNo } from "./value-fields.ts";
import { municipality, type NamedPlaces, theme } from "./vocabulary-fields.ts";

/** The rules of a kind of value. */
export function schemaOf(type: ValueType, vocabulary: Pick<Vocabulary, "themes"> & NamedPlaces): z.ZodType {
  switch (type.kind) {
    case "line":
      return line();
    case "prose":
      return prose();
    case "count":
      return count();
    case "flag":
      return flag();
    case "day":
      return day();
    case "webAddress":
      return webAddress();
    case "theme":
      return theme(vocabulary);
    case "municipality":
      return municipality(vocabulary);
    case "choice":
      return labelledChoice(type);
    case "quantity":
      return quantity(type);
    case "money":
      return money();
    case "yesNo":
      return yesNo();
    case "agent":
      return agent();
    case "file":
      return file();
    case "list":
      return listOf(schemaOf(type.of, vocabulary));
    case "group":
      return groupOf(type.fields, vocabulary);
  }
}

function groupOf(members: readonly Member[], vocabulary: Pick<Vocabulary, "themes"> & NamedPlaces): z.ZodType {
  const shape = members.map((member) => {
    const schema = schemaOf(member, vocabulary);
    return [member.name, member.required ? schema : schema.optional()];
  });
  return z.strictObject(Object.fromEntries(shape));
}
