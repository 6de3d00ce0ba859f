import { networksAround, unknownNetwork } from "./network.ts";

/** Ballots in a row from one network after which it looks as if all readers had one. */
const suspiciousBallots = 20;

/**
 * Looks at where ballots come from until there are two networks. Behind a proxy that is not named in the settings, or that
 * writes addresses in a form that nobody knows, all readers count as one, and nothing else would say so.
 * @param warn told once
 */
export function createNetworkWatch(warn: (warning: string) => void): (address: string | undefined) => void {
  let first: string | undefined;
  let ballots = 0;
  let isOver = false;
  const end = (warning?: string): void => {
    isOver = true;
    if (warning !== undefined) warn(warning);
  };
  return (address) => {
    if (isOver) return;
    const network = networksAround(address)[0]?.name ?? unknownNetwork;
    first ??= network;
    ballots += 1;
    if (network !== first) end();
    else if (network === unknownNetwork) end(`client addresses cannot be read; ${remedy}`);
    else if (ballots === suspiciousBallots)
      end(`the first ${ballots} ballots came from one network; if readers are in several, ${remedy}`);
  };
}

const remedy =
  "all readers share what one may do: name the proxy in PRAKTIKA_TRUSTED_PROXIES and let it write X-Forwarded-For or Forwarded";
