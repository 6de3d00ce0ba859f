/** Runs a script, which a page from a disk can do as well; over when it has run, when it does not come, or when that takes too long. */
export function loadScript(address: string, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    const finish = (): void => {
      script.remove();
      resolve();
    };
    script.onload = finish;
    script.onerror = finish;
    setTimeout(finish, timeoutMs);
    script.src = address;
    document.head.append(script);
  });
}
