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

it("a list that is sent again changes only what changed in it, follows practices that were renamed on either side, and keeps an editor's work", async () => {
  const root = temporaryRoot("small-site");
  const file = join(root, "list.csv");
  const run = async (rows: string, ...options: string[]) => {
    writeFileSync(file, `№;Заглавие;Иноватор;Дата;Цена;Резултати\n${rows}`);
    return (await runPraktika(["import", file, "--root", root, "--lang", "en", ...options])).stderr;
  };
  const year = join(root, "content/practices/2016");
  const read = (id: string): string => readFileSync(join(year, `${id}.bg.md`), "utf8");
  const first = await run(
    "1;Двор;Община Русе;09.06.2016;100 лв.;Тихо.\n2;Парк;Община Елена;10.06.2016;200 лв.;Зелено.\n",
  );
  expect(first).toContain("Titles: from a field that names it – 2.\n");
  expect(first).toContain("2 practices written, 0 unchanged");
  expect(readFileSync(join(root, ".praktika/import-report.csv"), "utf8")).toContain("practices/2016/dvor.bg.md,Двор,");
  const files = readdirSync(year);
  // The editor gives one another title and sum; the list gives the other another title, and both another sum.
  writeFileSync(
    join(year, "dvor.bg.md"),
    read("dvor").replace("title: Двор", "title: Тих двор").replace("100 лв.", "120 лв."),
  );
  const rows =
    "7;Нов;Община Русе;01.01.2017;1 лв.;Нов.\n1;Двор;Община Русе;09.06.2016;150 лв.;Много тихо.\n2;Голям парк;Община Елена;10.06.2016;250 лв.;Зелено.\n";
  expect(await run(rows)).toContain("1 practice written, 2 unchanged");
  const third = await run(rows, "--update");
  expect(third).toContain("0 practices written, 2 updated, 1 unchanged");
  expect(third).toContain("“cost” has been changed both in practices/2016/dvor.bg.md and in the source.");
  expect(read("dvor")).toContain("title: Тих двор\ninnovator: Община Русе\ndate: 2016-06-09\ncost: 120 лв.\n");
  expect(read("dvor")).toContain("Много тихо.");
  expect(read("park")).toContain("title: Голям парк\ninnovator: Община Елена\ndate: 2016-06-10\ncost: 250 лв.\n");
  expect(readdirSync(year)).toEqual(files);
  expect(await run(rows, "--update")).toContain("0 practices written, 3 unchanged");
});
