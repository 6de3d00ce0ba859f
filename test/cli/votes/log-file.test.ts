import { describe, expect, it } from "vitest";
import { formatRows, logHeader, parseLog, UnreadableRow } from "../../../src/cli/votes/log-file.ts";
import type { LogRow } from "../../../src/core/protocol.ts";

const row = (sequence: number, fields: Partial<LogRow> = {}): LogRow => ({
  sequence,
  day: "2026-11-24",
  practice: "solar-roofs",
  kind: "vote",
  amount: 1,
  commitment: "c".repeat(64),
  hash: "0".repeat(64),
  ...fields,
});

describe.each(["jsonl", "csv"] as const)("a log as %s", (format) => {
  const written = (...rows: readonly LogRow[]) => logHeader(format) + formatRows(rows, format);

  it("is read as it was written", () => {
    const rows = [
      row(1),
      row(2, { kind: "import", amount: 40, practice: 'a, „б“\n"c"' }),
      row(3, { kind: "revoke", amount: -1 }),
      ...["=1+1", "+1", "-1", "@x", "\tx", "\rx"].map((practice, index) => row(4 + index, { practice })),
    ];
    expect(parseLog(written(...rows))).toEqual(rows);
    expect(parseLog(`\ufeff${written(...rows)}`)).toEqual(rows);
    expect(parseLog(written())).toEqual([]);
  });

  it.each([-2_147_483_648, 2_147_483_647])("may hold the amount %i", (amount) => {
    expect(parseLog(written(row(1, { amount })))).toEqual([row(1, { amount })]);
  });

  it.each([
    ["a number of row below one", row(0)],
    ["a number of row that no store holds", row(2_147_483_648)],
    ["an amount that no store holds", row(2, { amount: 2_147_483_648 })],
    ["an amount below what a store holds", row(2, { amount: -2_147_483_649 })],
    ["an amount with a fraction", row(2, { amount: 1.5 })],
    ["a kind that is none", row(2, { kind: "gift" as LogRow["kind"] })],
  ])("is not read if it has %s", (_, wrong) => {
    const line = format === "csv" ? 3 : 2;
    expect(() => parseLog(written(row(1), wrong))).toThrow(new UnreadableRow(line));
    expect(() => parseLog(written(row(1), wrong))).toThrow(`line ${line} `);
  });
});

it("a spreadsheet takes no text of a log for a formula, and numbers for numbers", () => {
  const practices = ["=1+1", "+1", "-1", "@x"].map((practice) => row(1, { practice, amount: -1 }));
  for (const line of formatRows(practices, "csv").trim().split("\r\n"))
    expect(line.split(",").map((field) => field[0])).toEqual(["1", "2", "'", "v", "-", "c", "0"]);
});
