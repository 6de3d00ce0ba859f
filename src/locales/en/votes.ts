import type { VotesTexts } from "../types/votes.ts";
import { formFor } from "./plural.ts";

const plural = (count: number, shown: string, one: string, many: string): string =>
  `${shown} ${formFor(count, one, many)}`;

export const votes: VotesTexts = {
  doctor: {
    notAnAddress: "Give the endpoint's address, for example https://praktiki.example.org.",
    unreachable: (code) => `The endpoint cannot be reached (${code}).`,
    noEndpoint: (address, status) =>
      `There is no endpoint: ${address} answers ${status}. Is the path right, and does the web server pass it on?`,
    healthy: "The endpoint answers, and votes can be written.",
    storeDown:
      "Votes cannot be written: the endpoint or its store has a problem, and its log names it (wrong settings, disk, database).",
    clock: (minutes) => `The endpoint's clock and the one here differ by ${minutes} min.`,
    siteUnread:
      "The endpoint cannot read nominees.json of the site: is PRAKTIKA_SITE_URL or PRAKTIKA_SITE_FOLDER right, and is the site published?",
    noForm: (address, status) => `The form is not at ${address} (${status}).`,
    formLeads: "The form without script leads to the endpoint.",
    wrongPath: (address) => `The form leads elsewhere: ${address}.`,
    noPicture: "The picture of the code does not come: does the platform pass image/png on as binary?",
    cached: "A cache between keeps the form: two readers get the same code. It must keep to Cache-Control: no-store.",
    formTaken: "A ballot of the form without script is taken.",
    formRefused: (status) => `A ballot of the form without script is refused (${status}).`,
    hostLost:
      "Older browsers are refused: the proxy changes the name of the host or loses its port. Let it pass Host on as it is.",
    pageTaken: (site) => `A ballot of a page of ${site} is taken, and counts once.`,
    pageRefused: (site, status) =>
      `A ballot of a page of ${site} is refused (${status}): is it in PRAKTIKA_SITE_URL or PRAKTIKA_ORIGINS?`,
    addressUnknown: "The endpoint cannot read the addresses of readers: all of them share one quota.",
    addressOfProxy:
      "The endpoint sees the proxy's address, not the readers': name the proxy in PRAKTIKA_TRUSTED_PROXIES.",
    noTally: "The tally does not come.",
    logHolds: (rows) => `The log ends where the tally says (rows: ${rows}).`,
    logDiffers: "The log does not end where the tally says. See praktika votes verify.",
    well: "All is well. No vote was left behind.",
    ill: "Not all is well. No vote was left behind.",
  },
  noVotes: (store) => `There are no votes yet: ${store} does not exist. DATABASE_URL names another store.`,
  storeFailed: (store, reason) => `The votes in ${store} cannot be used: ${reason}`,
  total: (votes, shown, practices) =>
    `${plural(votes, shown, "nomination", "nominations")}; practices with nominations: ${practices}.`,
  asOf: (time) => `As of ${time}.`,
  logHead: (rows, root) => `Rows in the log: ${rows}. Root: ${root}`,

  logOf: (name) => `Log: ${name}`,
  readingLog: "Reading the log",
  notALog: (name) => `${name} does not return a log of nominations.`,
  notARow: (name, line) => `${name}: line ${line} is not a log row.`,
  chainHolds: (rows, root) => `The chain of all rows holds (${rows}). Root: ${root}`,
  fault: (reason, row) => {
    switch (reason) {
      case "missing":
        return `Row ${row} is missing.`;
      case "altered":
        return `Row ${row} has been altered, or rows before it were reordered: its hash does not match.`;
      case "repeated":
        return `Row ${row} counts something that was already counted.`;
      case "truncated":
        return `The log ends before row ${row}.`;
      case "amount":
        return `Row ${row} has an amount that its kind does not allow.`;
    }
  },
  tallyAgrees: (votes, shown) => `The tally agrees with the log: ${plural(votes, shown, "nomination", "nominations")}.`,
  publishedAgrees: (time, rows) =>
    `The log begins with what was published on ${time} (rows: ${rows}), and its counts agree.`,
  countedTogether: (former, today) => `“${former}” is counted with “${today}”.`,
  truncated: (rows, published, time) =>
    `The log has been cut off: it has ${rows} rows, but had ${published} on ${time}.`,
  rewritten: (row, time) =>
    `Row ${row} or one before it is not what was published on ${time}: the log has been rewritten.`,
  difference: (practice, counted, said) => `${practice}: the log gives ${counted}, the tally says ${said}.`,
  proves: "This proves that nothing has been altered. It does not prove that each vote came from a different person.",
  notCompared:
    "Not compared with anything published. The keeper of the log could have rewritten all of it; --against with tally.json of a built site would reveal that.",
  notAReceipt: (receipt) => `“${receipt}” is not a receipt: a receipt has 22 characters: letters, digits, - and _.`,
  receiptFound: (row, day, practice, revoked) =>
    `The receipt belongs to row ${row}: ${day}, practice “${practice}”.${revoked ? " The vote has been revoked since." : ""}`,
  receiptNotFound: "There is no vote with this receipt in the log.",

  notWritable: (path, code) => `${path} cannot be written (${code}).`,

  oneSelection: "Name the votes: --receipt R, or --sequence N, or --practice ID --day DAY [--last N].",
  practiceAndDay: "Use --practice and --day together.",
  notAVote: (sequence) => `Row ${sequence} is not a vote; only votes can be revoked.`,
  nothingToRevoke: "There is no such vote in the log.",
  revokedBefore: (votes, shown) => `Revoked before: ${plural(votes, shown, "vote", "votes")}.`,
  wouldRevoke: (votes, shown) =>
    `${plural(votes, shown, "vote", "votes")} would be revoked. Nothing has been written; add --yes to write.`,
  revoked: (votes, shown) => `${plural(votes, shown, "vote", "votes")} revoked.`,

  notACount: (file, place, value) =>
    `${file}: line ${place} is not a practice with a count (${value}). Expected: CSV with the columns practice,count or iid,count, or JSON {"id": count}.`,
  contentHasErrors: "The content has errors, so the practices are not all known. Run praktika check first.",
  unknownPractice: (id, place) => `Skipped: line ${place}, there is no practice “${id}”.`,
  imported: (votes, shown, practices, source) =>
    `${plural(votes, shown, "nomination", "nominations")} imported from ${source}; practices: ${practices}.`,
  importedBefore: (practices, shown, source) =>
    `${plural(practices, shown, "practice", "practices")} of ${source} had been imported before and stayed as they were.`,
  importDiffers: (practice, there, here) =>
    `${practice}: imported before as ${there}, the file now says ${here}. Nothing was changed.`,

  whereTo: "Name the target: --to DATABASE_URL.",
  moving: "Writing the log",
  notWhole: (name, row) => `The log in ${name} is broken at row ${row}; nothing is written. See praktika votes verify.`,
  emptyLog: (name) => `${name} holds no rows.`,
  notEmpty: (name) => `${name} already holds another log. Choose an empty database.`,
  moved: (rows, shown, name) => `The log is in ${name} now: ${plural(rows, shown, "row", "rows")}.`,
  movedOtherwise: (name, from, to) =>
    `THE LOG IN ${name} IS NOT THE SAME. Root here: ${from}; there: ${to}. Stop the endpoint and copy again.`,

  auditTitle: "Audit of the nominations",
  auditTotals: (votes, revoked, imported) =>
    `Votes: ${votes}. Revoked: ${revoked}. Imported old nominations: ${imported}.`,
  auditColumns: {
    day: "Day (UTC)",
    practice: "Practice",
    votes: "Votes",
    usual: "Usual",
    revoked: "Revoked",
    revokedSince: "Revoked since",
    imported: "Imported",
  },
  burstsTitle: "Unusual days",
  burstsRule: ({ votes, factor, days }) =>
    `More than ${votes} votes for a practice in a day, and more than ${factor} times its usual number (the median of its days with votes in the ${days} days before). A reason to look, not a proof of abuse.`,
  noBursts: "None.",
  daysTitle: "By day",
  auditWritten: (path) => `Written: ${path}`,
};
