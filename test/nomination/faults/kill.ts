import { join } from "node:path";
import { hex, fromBase64Url } from "../../../src/nomination/encoding.ts";
import { nodePrimitives, sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import { SqliteStore } from "../../../src/nomination/node/sqlite-store.ts";
import { type PreparedBallot, prepareBallots, type ServeProcess, send, startServe } from "./serve-process.ts";
import { recount } from "../../../src/nomination/vote-log.ts";

export interface KillReport {
  readonly sent: number;
  /** Ballots whose reply said that they were counted. */
  readonly confirmed: number;
  /** Ballots that were under way when the process died. */
  readonly interrupted: number;
  readonly lost: number;
  readonly double: number;
  readonly fault: string;
}

const inFlight = 16;

/**
 * Kills the endpoint without warning, again and again, while ballots come in. Ballots without an answer are sent again to
 * the next process, as readers' pages do. At the end every ballot must be in the log, once.
 */
export async function killAgainAndAgain(root: string, kills: number): Promise<KillReport> {
  const confirmed = new Set<string>();
  let unanswered: PreparedBallot[] = [];
  let sent = 0;
  let interrupted = 0;

  const flood = async (server: ServeProcess, ballots: PreparedBallot[], answered: () => void): Promise<PreparedBallot[]> => {
    const open: PreparedBallot[] = [];
    const sender = async (): Promise<void> => {
      for (let ballot = ballots.pop(); ballot; ballot = ballots.pop()) {
        const response = await send(server.url, ballot);
        if (response?.status === 201 || response?.status === 409) {
          confirmed.add(ballot.receipt);
          answered();
        } else open.push(ballot);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, sender));
    return open;
  };

  for (let kill = 0; kill < kills; kill++) {
    const server = await startServe(root);
    const fresh = await prepareBallots(300);
    sent += fresh.length;
    let answers = 0;
    // Somewhere in the middle of the flood, at another place each time.
    const deadline = 1 + ((kill * 37) % 150);
    const open = await flood(server, [...fresh, ...unanswered], () => {
      if (++answers === deadline) void server.end("SIGKILL");
    });
    await server.end("SIGKILL");
    interrupted += open.length;
    unanswered = open;
  }
  const last = await startServe(root);
  while (unanswered.length > 0) unanswered = await flood(last, unanswered, () => undefined);
  await last.end("SIGTERM");
  return { sent, confirmed: confirmed.size, interrupted, ...(await compare(root, confirmed)) };
}

async function compare(root: string, confirmed: ReadonlySet<string>) {
  const store = new SqliteStore(join(root, ".praktika", "votes.db"));
  const rows = await store.rows(1, 10_000_000);
  const wrongTally = await store.mendTally();
  await store.close();
  const commitments = rows.map(({ commitment }) => commitment);
  const inLog = new Set(commitments);
  let lost = 0;
  for (const receipt of confirmed) {
    const nonce = fromBase64Url(receipt) ?? new Uint8Array();
    if (!inLog.has(hex(await nodePrimitives.sha256(nonce)))) lost += 1;
  }
  const { fault } = recount(rows, sha256Hex);
  return { lost, double: commitments.length - inLog.size, fault: fault?.reason ?? wrongTally.join(" ") };
}
