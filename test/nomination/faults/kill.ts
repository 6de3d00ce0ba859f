import { join } from "node:path";
import { fromBase64Url, hex } from "../../../src/nomination/encoding.ts";
import { nodePrimitives, sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import { SqliteStore } from "../../../src/nomination/node/sqlite-store.ts";
import { recount } from "../../../src/nomination/vote-log.ts";
import { type PreparedBallot, prepareBallots, type ServeProcess, send, startServe } from "./serve-process.ts";

export interface KillReport {
  readonly sent: number;
  /** Ballots whose reply said that they were counted. */
  readonly confirmed: number;
  /** Times that a ballot was under way when the process died. */
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

  /** Sends ballots until the server is gone; returns those that it has not answered. */
  const flood = async (
    server: ServeProcess,
    ballots: PreparedBallot[],
    killAfter: number,
  ): Promise<PreparedBallot[]> => {
    const open: PreparedBallot[] = [];
    let answers = 0;
    const sender = async (): Promise<void> => {
      for (let ballot = ballots.pop(); ballot; ballot = ballots.pop()) {
        const response = await send(server.url, ballot);
        if (response?.status === 201 || response?.status === 409) confirmed.add(ballot.receipt);
        else open.push(ballot);
        if (!response) return;
        if (++answers === killAfter) server.child.kill("SIGKILL");
      }
    };
    await Promise.all(Array.from({ length: inFlight }, sender));
    interrupted += open.length;
    return [...ballots, ...open];
  };

  for (let kill = 0; kill < kills; kill++) {
    const server = await startServe(root);
    // Topped up, not added to: a ballot that waited for twenty minutes would expire.
    const fresh = await prepareBallots(100 - unanswered.length);
    sent += fresh.length;
    // Somewhere in the middle of the flood, at another place each time.
    unanswered = await flood(server, [...fresh, ...unanswered], 1 + ((kill * 37) % 90));
    await server.end("SIGKILL");
  }
  const last = await startServe(root);
  while (unanswered.length > 0) unanswered = await flood(last, unanswered, Number.POSITIVE_INFINITY);
  await last.end("SIGTERM");
  return { sent, confirmed: confirmed.size, interrupted, ...(await compare(root, confirmed)) };
}

async function compare(root: string, confirmed: ReadonlySet<string>) {
  const store = new SqliteStore(join(root, ".praktika", "votes.db"));
  const rows = await store.rows(1, 10_000_000);
  const wrongTally = await store.rebuildTally();
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
