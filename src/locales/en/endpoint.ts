import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { formatCount, formatDay } from "../../core/language/format.ts";
import type { EndpointTexts } from "../types/endpoint.ts";
import { language } from "./language.ts";

export const endpoint: EndpointTexts = {
  clips: () => import("./clips.ts"),
  nominatePractice: (title) => `Nominate “${title.replaceAll("“", "‘").replaceAll("”", "’")}”`,
  explanation:
    "Copy the code in the picture to show that you are not a program. There is no registration; your device’s address is not stored.",
  pictureAlt: "Picture of a code of digits. If you cannot see it, listen to the code.",
  code: "Code in the picture",
  codeHint: (digits) => `${digits} digits`,
  anotherPicture: "Another picture",
  listen: "Listen to the code",
  submit: "Nominate",
  workExplanation:
    "Your device does a short calculation to show that you are not a program. There is no registration; its address is not stored.",
  withCode: "With a code, seen or heard",
  working: "Calculating…",
  workingLong: "Calculating… Many nominations have come from your network, so it takes long. At most # min left.",
  workFailed: "The calculation failed. Copy the code instead.",
  sending: "Sending…",
  refreshed: "Here is another picture.",
  close: "Close",
  back: "Back to the practice",
  counted: "Your nomination has been counted. Thank you!",
  receipt: "Receipt",
  receiptIfCounted: "Receipt, once the nomination has been counted",
  receiptHint: "With it you can find your vote in the public log.",
  lastResort: "None of these ways suits you? Write to",
  privacy: "What is stored",
  notYetOpen: (day) => `Nominations open on ${formatDay(day as CalendarDay, language)}.`,
  sendAgain: "Send again",
  countedOn: (day) => `Counted on ${formatDay(day as CalendarDay, language)}.`,
  closedHint: "Counted votes stay in the public log. With your receipt you can still find yours.",
  nominationsNow: (count) =>
    `This practice now has ${formatCount(count, language)} ${count === 1 ? "nomination" : "nominations"}.`,
  nominations: "Nominations of this practice",
  checkYours: "Check your nomination",
  checkTitle: "Check a nomination",
  checkExplanation: "With your receipt you find your vote in the public log of nominations.",
  checkSubmit: "Check",
  found: ({ sequence, day, practice }) =>
    `The vote is in the log: row ${sequence}, ${formatDay(day as CalendarDay, language)}, practice “${practice}”.`,
  revoked: "An editor has revoked it since.",
  notFound: "There is no vote with this receipt in the log.",
  wholeLog: "The whole log (JSON)",
  problems: {
    "invalid-request": "The request cannot be read. Reload the page and try again.",
    "foreign-origin": "Nominations are accepted only from the pages of this site.",
    closed: "Nominations have closed.",
    "unknown-practice": "There is no such practice.",
    "not-found": "There is nothing at this address.",
    "method-not-allowed": "This is not possible here.",
    "already-counted": "This nomination has been counted already. It counts once.",
    expired: "Time is up, or the code has been used. Try again with the new picture.",
    "too-large": "The request is too large.",
    "unsupported-type": "This type of request is not accepted.",
    "incomplete-answer": "The code is too short or too long. It has not been used: copy all its digits.",
    "wrong-answer": "The code is not right. Try again with the new picture.",
    quota:
      "No more nominations with a code are accepted from your network today. Nominate without a code: on the page of the practice, in a browser with JavaScript.",
    "price-risen": "More nominations have come from your network. Try again.",
    fault: "Something went wrong on our side. Try again later.",
    "store-down": "The nomination service does not answer. Try again in a moment: your vote counts only once.",
  },
};
