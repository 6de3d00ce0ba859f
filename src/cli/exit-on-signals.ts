/** As a shell reports a program that was ended by a signal: 128 and its number. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Ends the program in order when it is told to end, so that a browser which it has started goes with it. */
export function exitOnSignals(): void {
  for (const [signal, code] of Object.entries(exitCodes)) process.once(signal, () => process.exit(code));
}
