/* How right lists of 300 practices are imported. Run: npx node test/bench/tables.ts */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv } from "../../src/import/table/read-table.ts";
import { bulgarianList, englishList, messyList, toCsv } from "../import/table/long-list.ts";
import { mapOf, propose, shareOf } from "../import/table/share-right.ts";

const folder = mkdtempSync(join(tmpdir(), "praktika-tables-"));
const path = join(folder, "list.csv");
console.log("| list of 300 rows | columns | right without a map | right with it | lines corrected | lost |");
console.log("|---|---|---|---|---|---|");
for (const list of [bulgarianList, englishList, messyList]) {
  writeFileSync(path, toCsv(list, ";"));
  const [file] = readCsv(path, "list.csv").value;
  if (!file) throw new Error("not read");
  const before = shareOf(list, file);
  const after = shareOf(list, file, mapOf(file, list.corrections));
  const { columns } = propose(file);
  const corrected = Object.keys(list.corrections).length;
  const lost = before.lost.length + after.lost.length;
  console.log(`| ${list.name} | ${columns.length} | ${before.share} % | ${after.share} % | ${corrected} | ${lost} |`);
}
rmSync(folder, { recursive: true, force: true });
