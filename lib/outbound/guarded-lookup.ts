import { lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { allowsAddress } from "./allows-address";

/** The address that a name leads to is none that Rollcall calls. */
export class BlockedAddress extends Error {}

/**
 * Resolves as usual and hands the connection a checked address only: a name that changes its mind between check and call
 * reaches nothing private. For the `lookup` of an HTTP request, together with `refuseLiteral`.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const open = addresses.filter(({ address }) => allowsAddress(address));
    const [first] = open;
    if (!first) return callback(new BlockedAddress(`${hostname} leads to no public address`), "", 0);
    if (options.all === true) return callback(null, open);
    return callback(null, first.address, first.family);
  });
};

/** An address in the URL itself is never looked up: checked here. @throws BlockedAddress */
export function refuseLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !allowsAddress(host)) throw new BlockedAddress(`${host} is not a public address`);
}
