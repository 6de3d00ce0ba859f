import { writeFileSync } from "node:fs";
import { formatCount } from "../../core/language/format.ts";
import { Failure } from "../failure.ts";
import { type Audit, auditLog, burstLimits } from "./audit.ts";
import { type AuditReport, auditPage, formatUsual, shownDay, totalsText } from "./audit-page.ts";
import { formatTable, formatTime } from "./format.ts";
import { checkLog, readStore } from "./verify-log.ts";
import type { VotesContext } from "./votes-context.ts";

/** How many of the latest days the terminal shows; the page shows all. */
const shownDays = 30;
const barWidth = 30;

/** `votes audit`: whether the log holds, nominations by day, unusual days; on the terminal and as a page for printing. */
export async function auditVotes(context: VotesContext): Promise<number> {
  const { values, terminal, language, texts, now } = context;
  const log = await readStore(context);
  const report: AuditReport = {
    name: log.name,
    made: formatTime(now.toISOString(), language),
    checks: checkLog(log, undefined, context),
    audit: auditLog(log.rows),
  };
  terminal.out(auditText(report, context));
  if (typeof values.out === "string") {
    try {
      writeFileSync(values.out, await auditPage(report, language, texts.votes));
    } catch (error) {
      throw new Failure(texts.votes.notWritable(values.out, (error as NodeJS.ErrnoException).code ?? ""));
    }
    terminal.error(`${texts.votes.auditWritten(values.out)}\n`);
  }
  return report.checks.every(({ holds }) => holds) ? 0 : 1;
}

function auditText({ name, checks, audit }: AuditReport, context: VotesContext): string {
  const { language, texts } = context;
  const { votes } = texts;
  const parts = [
    `${votes.logOf(name)}\n`,
    ...checks.map(({ holds, text }) => `${holds ? "✓" : "✗"} ${text}\n`),
    `${totalsText(audit, language, votes)}\n`,
    `\n${votes.burstsTitle}:\n${votes.burstsRule(burstLimits)}\n`,
    audit.bursts.length === 0 ? `  ${votes.noBursts}\n` : formatTable(burstLines(audit, context), language),
    `\n${votes.daysTitle}:\n`,
    formatTable(dayLines(audit, context), language),
  ];
  return parts.join("");
}

function burstLines({ bursts }: Audit, { language, texts }: VotesContext) {
  const { auditColumns } = texts.votes;
  return [
    [auditColumns.day, auditColumns.practice, auditColumns.votes, auditColumns.usual, auditColumns.revokedSince],
    ...bursts.map(({ day, practice, votes, usual, revoked }) => [
      shownDay(day, language),
      practice,
      votes,
      formatUsual(usual, language),
      revoked,
    ]),
  ];
}

/** A table of the latest days, the last first. */
export function dayLines({ days }: Pick<Audit, "days">, { language, texts }: Pick<VotesContext, "language" | "texts">) {
  const latest = days.slice(-shownDays).reverse();
  const maxVotes = Math.max(1, ...latest.map(({ votes }) => votes));
  const count = (value: number): string => (value === 0 ? "" : formatCount(value, language));
  const { auditColumns } = texts.votes;
  return [
    [auditColumns.day, auditColumns.votes, "", auditColumns.revoked, auditColumns.imported],
    ...latest.map(({ day, votes, revoked, imported }) => [
      shownDay(day, language),
      votes,
      "█".repeat(Math.round((votes / maxVotes) * barWidth)),
      count(revoked),
      count(imported),
    ]),
  ];
}
