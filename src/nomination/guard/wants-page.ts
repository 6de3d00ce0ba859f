/** Whether a browser shows the answer to a reader: programs, and scripts in the page, speak JSON. */
export function wantsPage(headers: Headers): boolean {
  const sendsJson = headers.get("content-type")?.startsWith("application/json") ?? false;
  return !sendsJson && (headers.get("accept") ?? "").includes("text/html");
}
