/**
 * Shows what a script fills in place of the note for readers without one. The note comes back when the script throws, so that no page
 * waits for what a browser does not know.
 *
 * @param script the address of the script; problems of others are not its own
 */
export function coverUnscripted(region: HTMLElement, script: string): void {
  const note = document.querySelector<HTMLElement>("[data-unscripted]");
  const show = (isWorking: boolean): void => {
    if (note) {
      note.hidden = isWorking;
      // At once, not after the time that a style sheet gives a script that has not come yet.
      note.dataset.unscripted = isWorking ? "" : "failed";
    }
    region.hidden = !isWorking;
  };
  addEventListener("error", ({ filename }) => {
    if (filename === script) show(false);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    if (reason instanceof Error && (reason.stack ?? "").includes(script)) show(false);
  });
  show(true);
}

/** The address of the script that runs now, to be asked for while it is loaded. */
export function ownAddress(): string {
  return document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
}
