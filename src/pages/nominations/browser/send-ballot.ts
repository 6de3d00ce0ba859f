import { type Ballot, type NominationReply, routes } from "../../../core/protocol.ts";
import { renewCode } from "./challenge.ts";
import { endpointAddress } from "./fetch-form.ts";
import { keepReceipt, leadToReceipt, showReceipt } from "./receipts.ts";
import { postJson } from "./request.ts";
import { PriceRisen, part, Refusal, type Session, sayProblem, sayStatus, showWay } from "./session.ts";
import { showCount } from "./show-count.ts";
import { canWork } from "./solve-work.ts";

/**
 * Sends a ballot and shows what became of it. Rejects if that is not known: the ballot is then kept in the session. The
 * same ballot counted earlier is a success as well, because its answer was lost.
 */
export async function sendBallot(session: Session, ballot: Ballot): Promise<void> {
  const { link, form, texts } = session;
  session.unanswered = ballot;
  sayStatus(session, texts.sending);
  const { status, body } = await postJson(endpointAddress(link, routes.nominations) + link.search, ballot);
  const isVote = Number.isInteger(body.count) && typeof body.receipt === "string";
  const title = typeof body.code === "string" ? String(body.title) : undefined;
  if (status >= 500 || (!isVote && !title)) throw new Refusal(title ?? texts.lost);
  session.unanswered = undefined;
  if (body.code === "price-risen") throw new PriceRisen(title);
  sayStatus(session);
  part<HTMLInputElement>(form, "[name=answer]").removeAttribute("aria-invalid");
  if (isVote) return showSuccess(session, body as unknown as NominationReply);
  sayProblem(session, title);
  if (body.code === "quota" && canWork) {
    showWay(form, "work");
    part<HTMLElement>(form, "button[data-work]").focus();
  }
  if (status !== 410 && status !== 422) return;
  // Also after work that took longer than its token was good for: the problem speaks of a picture.
  showWay(form, "code");
  // One that is incomplete has not been used.
  if (body.code !== "incomplete-answer") await renewCode(session);
  const answer = part<HTMLInputElement>(form, "[name=answer]");
  answer.setAttribute("aria-invalid", "true");
  answer.focus();
}

/** Thanks, the new count and the receipt, in the dialog if it is still there, and on the page. */
function showSuccess({ link, form, texts, closing }: Session, { count, receipt }: NominationReply): void {
  keepReceipt(link, receipt);
  showReceipt(link);
  const heading = part<HTMLElement>(form, "h1");
  const status = part(form, "[data-status]");
  const done = part<HTMLTemplateElement>(form, "[data-done]").content;
  part(done, "code").textContent = receipt;
  leadToReceipt(part<HTMLAnchorElement>(done, "[data-check]"), link, receipt);
  for (const child of [...form.children]) if (child !== heading && child !== status) child.remove();
  form.classList.add("ballot-done");
  heading.textContent = texts.counted ?? "";
  const counted = part(done, "[data-count]");
  status.append(...counted.childNodes);
  counted.remove();
  form.append(done);
  const practice = `[data-practice="${form.dataset.ballot}"]`;
  const counts = `data.nominations${practice}, ${practice} data.nominations`;
  for (const element of document.querySelectorAll<HTMLDataElement>(counts)) showCount(element, count);
  if (!closing.signal.aborted) heading.focus();
}
