import type { CommandName } from "../../locales/types/cli.ts";
import { resolveFolders } from "../../site/folders.ts";
import type { Arguments } from "../arguments.ts";
import { explainSettings } from "../explain-settings.ts";
import type { Terminal } from "../terminal.ts";
import { auditVotes } from "../votes/audit-votes.ts";
import { databaseUrlOf } from "../votes/database-url.ts";
import { examineEndpoint } from "../votes/doctor.ts";
import { exportLog } from "../votes/export-log.ts";
import { importCounts } from "../votes/import-counts.ts";
import { moveLog } from "../votes/move-log.ts";
import { restoreLog } from "../votes/restore-log.ts";
import { revokeVotes } from "../votes/revoke-votes.ts";
import { showTally } from "../votes/show-tally.ts";
import { verifyLog } from "../votes/verify-log.ts";
import type { VotesContext } from "../votes/votes-context.ts";

type VotesCommand = Extract<CommandName, `votes ${string}`>;

const commands: Readonly<Record<VotesCommand, (context: VotesContext) => Promise<number>>> = {
  "votes tally": showTally,
  "votes verify": verifyLog,
  "votes export": exportLog,
  "votes revoke": revokeVotes,
  "votes import": importCounts,
  "votes move": moveLog,
  "votes restore": restoreLog,
  "votes doctor": examineEndpoint,
  "votes audit": auditVotes,
};

/** `praktika votes …`: the store that DATABASE_URL names, else the archive's own. Returns the exit code. */
export function runVotes(
  command: VotesCommand,
  { values, positionals }: Arguments,
  terminal: Terminal,
): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), {
    content: typeof values.content === "string" ? values.content : undefined,
  });
  const { cli: texts, language } = terminal.locale;
  const databaseUrl = databaseUrlOf(folders, terminal.environment);
  const context = { folders, databaseUrl, values, positionals, language, texts, terminal, now: new Date() };
  return commands[command](context).catch((error: unknown) => {
    throw explainSettings(error, texts);
  });
}
