import { expect, it } from "vitest";
import { kindOfAddress } from "../../src/nomination/network.ts";

it.each([
  ["private", ["10.0.0.1", "10.255.255.255", "127.0.0.1", "192.168.0.1", "192.168.255.255"]],
  ["private", ["172.16.0.1", "172.31.255.255", "169.254.0.1", "100.64.0.1", "100.127.255.255"]],
  ["private", ["::1", "fc00::1", "fdff::1", "fe80::1", "::ffff:10.0.0.1", "[fd00::1]:443"]],
  ["public", ["9.255.255.255", "11.0.0.0", "126.0.0.1", "128.0.0.1", "192.167.255.255", "192.169.0.0"]],
  ["public", ["172.15.255.255", "172.32.0.0", "169.253.0.1", "169.255.0.1", "100.63.255.255", "100.128.0.0"]],
  ["public", ["::2", "fbff::1", "fe00::1", "2001:db8::1", "::ffff:192.0.2.1"]],
  ["unknown", ["", "unknown", "_hidden", "256.0.0.1", "1.2.3"]],
])("an address is %s: %j", (kind, addresses) => {
  expect(addresses.map((address) => [address, kindOfAddress(address)])).toEqual(addresses.map((one) => [one, kind]));
  expect(kindOfAddress(undefined)).toBe("unknown");
});
