import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

const page = "Тих двор\n\nОбщина Русе\n\nПредистория\n\nШумно е.\n\nПрактика\n\nДървета.\n\nДата: 09.06.2016\n";
const list = 'Заглавие;Дата;Практика\nТих двор;09.06.2016;Нещо друго.\n"Двор: втори";09.06.2016;Пейки.\n';

it("a row of a list does not take the place of a page that is imported with it, and a second import adds nothing", async () => {
  const root = temporaryRoot("small-site");
  mkdirSync(join(root, "old"));
  writeFileSync(join(root, "old/dvor.txt"), page);
  writeFileSync(join(root, "old/list.csv"), list);
  const year = join(root, "content/practices/2016");
  const before = readdirSync(year).length;
  const run = () => runPraktika(["import", join(root, "old"), "--root", root, "--lang", "en"]);

  const first = await run();
  expect(first.stderr).toContain("2 practices written, 1 unchanged");
  expect(first.stderr).toContain("list.csv:2:1  note  This practice already exists in practices/2016/tih-dvor.bg.md");
  expect(readFileSync(join(year, "tih-dvor.bg.md"), "utf8")).toContain("Дървета.");
  const after = readdirSync(year);
  expect(after).toHaveLength(before + 2);

  const second = await run();
  expect(second.stderr).toContain("0 practices written, 3 unchanged");
  expect(readdirSync(year)).toEqual(after);
});
