/**
 * Receipts of this reader's nominations, kept in this browser alone: under the address of the practice's form without
 * its language. A browser that keeps nothing (private windows) loses them, and nothing else.
 */

export function keepReceipt(link: HTMLAnchorElement, receipt: string): void {
  try {
    localStorage.setItem(formOf(link), receipt);
  } catch {
    // The dialog has shown it.
  }
}

/** Says beside the link that this reader has nominated the practice, if there is a receipt; gives whether there is. */
export function showReceipt(link: HTMLAnchorElement): boolean {
  try {
    const receipt = localStorage.getItem(formOf(link));
    const note = link.parentElement?.querySelector<HTMLElement>("[data-nominated]");
    const check = note?.querySelector("a");
    if (!receipt || !note || !check) return false;
    leadToReceipt(check, link, receipt);
    note.hidden = false;
    return true;
  } catch {
    // Nothing is known of this reader.
    return false;
  }
}

/** Makes a link lead to what the endpoint says of a vote; the receipt is not in the address, because addresses get logged. */
export function leadToReceipt(check: HTMLAnchorElement, link: HTMLAnchorElement, receipt: string): void {
  check.href = receiptAddress(link);
  check.dataset.receipt = receipt;
}

/** Where the endpoint says what became of a vote: the address of the form without the practice. */
export function receiptAddress(link: HTMLAnchorElement): string {
  return formOf(link).replace(/\/[^/]+$/, "") + link.search;
}

function formOf(link: HTMLAnchorElement): string {
  return link.href.replace(/\?.*/, "");
}
