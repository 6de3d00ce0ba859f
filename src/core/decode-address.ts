/** Decodes the percent signs of a path or name; undefined if they are no UTF-8. */
export function decodePath(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

/** An address as people read it: letters instead of percent signs, but not for signs with a meaning in an address. */
export function readableAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
