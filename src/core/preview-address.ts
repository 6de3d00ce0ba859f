/** Addresses of the computer itself, and of none that a reader has: where `praktika dev` and `serve` show the site. */
const ownComputer = /^(?:https?:\/\/)?(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?(?:[/?#]|$)/i;

export function isPreviewAddress(address: string): boolean {
  return ownComputer.test(address.trim());
}
