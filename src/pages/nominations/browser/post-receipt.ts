/** Leads to what the endpoint says of a vote: the receipt that the link knows is posted. */
export function postReceipt(check: HTMLAnchorElement): void {
  const { receipt = "" } = check.dataset;
  const form = document.createElement("form");
  form.method = "post";
  form.action = check.href;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "receipt", value: receipt }));
  check.after(form);
  form.submit();
  form.remove();
}
