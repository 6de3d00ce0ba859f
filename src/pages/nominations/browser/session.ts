import type { Ballot } from "../../../core/protocol.ts";

/** A dialog from its opening to its closing. */
export interface Session {
  /** The link to the form, which the reader has clicked. */
  readonly link: HTMLAnchorElement;
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
  /** All words of the dialog that are not in view from the beginning. */
  readonly texts: Readonly<Record<string, string | undefined>>;
  /** Aborted when the dialog is closed. */
  readonly closing: AbortController;
  /** Something is under way; nothing else begins meanwhile. */
  busy: boolean;
  /** A ballot that has been sent and not been answered: it is sent again as it was, because it counts once. */
  unanswered: Ballot | undefined;
}

/** Puts the form into a dialog and shows it. Closing gives the focus back to the link. */
export function openDialog(link: HTMLAnchorElement, form: HTMLFormElement): Session {
  const dialog = document.createElement("dialog");
  const closing = new AbortController();
  const texts = part<HTMLElement>(form, "[data-texts]").dataset;
  const heading = part<HTMLElement>(form, "h1");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "ballot-close";
  close.textContent = texts.close ?? "";
  dialog.className = "nominate-dialog";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(close, form);
  dialog.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest(".ballot-close, [data-close]")) dialog.close();
  });
  dialog.addEventListener("close", () => {
    closing.abort();
    dialog.remove();
    link.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
  return { link, dialog, form, texts, closing, busy: false, unanswered: undefined };
}

/** A part that the form has on every endpoint. */
export function part<Kind extends Element>(form: ParentNode, selector: string): Kind {
  const found = form.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

export function sayStatus({ form }: Session, text = ""): void {
  part(form, "[data-status]").textContent = text;
}

/** The problem stands at the head of the form, which may be out of view on a phone. */
export function sayProblem({ form }: Session, text = ""): void {
  const problem = part(form, "[data-problem]");
  problem.textContent = text;
  if (text) problem.scrollIntoView({ block: "nearest" });
}

/** The easy way first: this device works for a moment. The code is one press away. */
export function showWay(form: HTMLFormElement, way: "work" | "code"): void {
  for (const element of form.querySelectorAll<HTMLElement>("[data-work]")) element.hidden = way !== "work";
  for (const element of form.querySelectorAll<HTMLElement>("[data-code]")) element.hidden = way !== "code";
}

/** An answer that is no success; the message is for the reader. */
export class Refusal extends Error {}

/** Work was done for too low a price: more votes have come from the same network meanwhile. */
export class PriceRisen extends Refusal {}

/** Does one thing at a time, however often a reader clicks, and says what kept it from being done. */
export async function exclusively(session: Session, task: () => Promise<void>): Promise<void> {
  if (session.busy) return;
  setBusy(session, true);
  sayProblem(session);
  try {
    await task();
  } catch (error) {
    sayStatus(session);
    sayProblem(session, error instanceof Refusal ? error.message : session.texts.lost);
  }
  setBusy(session, false);
}

/** Buttons that were disabled would lose the focus. */
function setBusy(session: Session, busy: boolean): void {
  session.busy = busy;
  session.form.noValidate = session.unanswered !== undefined;
  for (const button of session.form.querySelectorAll("button")) button.setAttribute("aria-disabled", String(busy));
}
