import type { Ballot } from "../../../core/protocol.ts";
import { fetchChallenge, renewCode } from "./challenge.ts";
import { fetchForm } from "./fetch-form.ts";
import { postReceipt } from "./post-receipt.ts";
import { sendBallot } from "./send-ballot.ts";
import { exclusively, openDialog, PriceRisen, part, Refusal, type Session, sayStatus, showWay } from "./session.ts";
import { canWork, solveWork } from "./solve-work.ts";

/**
 * What a link of the page leads to: the form in a dialog, or what the endpoint says of a vote. Rejects as `nominate` does.
 *
 * @param style the address of the dialog's style sheet
 */
export async function follow(link: HTMLAnchorElement, style?: string): Promise<void> {
  if (link.dataset.receipt) return postReceipt(link);
  if (style) await addStyle(style);
  await nominate(link);
}

/** Adds a style sheet to the page, once. Resolves when it is there. */
function addStyle(href: string): Promise<unknown> | undefined {
  if (document.querySelector(`link[href="${href}"]`)) return undefined;
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  const loaded = new Promise((resolve, reject) => {
    sheet.onload = resolve;
    sheet.onerror = reject;
  });
  document.head.append(sheet);
  return loaded;
}

/**
 * Opens the endpoint's own form in a dialog over the page. Rejects if the form cannot be had that way; the link then leads
 * to it as a page.
 */
async function nominate(link: HTMLAnchorElement): Promise<void> {
  const form = await fetchForm(link);
  const another = replaceByButton(part(form, "[data-refresh]"));
  // The dialog shows the receipt when there is a vote to find.
  part(form, "[data-receipt]").remove();
  const session = openDialog(link, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const ballot = Object.fromEntries(new FormData(form)) as unknown as Ballot;
    exclusively(session, () => sendBallot(session, session.unanswered ?? ballot));
  });
  another.addEventListener("click", () =>
    exclusively(session, async () => {
      await renewCode(session);
      sayStatus(session, session.texts.refreshed);
    }),
  );
  if (!canWork) return;
  showWay(form, "work");
  part(form, "button[data-work]").addEventListener("click", () => exclusively(session, () => workAndSend(session)));
  part(form, "[data-by-code]").addEventListener("click", () => {
    showWay(form, "code");
    // Not the field: the keyboard of a phone would hide the picture.
    part<HTMLElement>(form, "div[data-code]").focus();
  });
}

/** How often work is begun again because others behind the same address were faster. */
const maxTries = 3;

async function workAndSend(session: Session): Promise<void> {
  const { form, texts, closing } = session;
  if (session.unanswered) return sendBallot(session, session.unanswered);
  for (let tries = 1; ; tries++) {
    sayStatus(session, texts.working);
    const { token, work } = await fetchChallenge(session, "work");
    const solving = { stop: closing.signal, tell: sayTimeLeft(session) };
    const answer = await solveWork(work, solving).catch(() => undefined);
    if (closing.signal.aborted) return;
    if (!answer) {
      showWay(form, "code");
      throw new Refusal(texts.workFailed);
    }
    try {
      return await sendBallot(session, { practice: form.dataset.ballot ?? "", token, answer });
    } catch (error) {
      if (!(error instanceof PriceRisen) || tries === maxTries) throw error;
    }
  }
}

/** Says the minutes that long work may still take. */
function sayTimeLeft(session: Session): (part: number) => void {
  const begun = performance.now();
  let said = 0;
  return (part) => {
    const minutes = Math.ceil(((performance.now() - begun) * (1 - part)) / part / 60_000);
    if (minutes === said || minutes < 2) return;
    said = minutes;
    sayStatus(session, session.texts.workingLong?.replace("#", String(minutes)));
  };
}

/** A link of the form that does something in the dialog. */
function replaceByButton(link: HTMLElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.textContent = link.textContent;
  link.replaceWith(button);
  return button;
}
