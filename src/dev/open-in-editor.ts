/** A place in a file on this machine. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Time in which an editor that cannot be started says so. */
const refusalMs = 300;

/**
 * Opens a place in the editor that LAUNCH_EDITOR names, that runs at this moment, or that VISUAL or EDITOR name. False if there is none,
 * or if it does not start.
 */
export async function openInEditor({ path, line, column }: Place): Promise<boolean> {
  const [{ default: launch }, { default: guess }] = await Promise.all([
    import("launch-editor"),
    import("launch-editor/guess.js"),
  ]);
  // Without an editor the library would complain in the terminal; the page has another way then.
  const [editor] = guess();
  if (!editor) return false;
  return new Promise((resolve) => {
    launch(`${path}:${line}:${column}`, () => resolve(false));
    setTimeout(() => resolve(true), refusalMs);
  });
}
