import ipaddr from "ipaddr.js";
import { env } from "@/lib/env";

/** The only IPv6 that is given out to the public (IANA); what is special inside it, `range` knows. */
const PUBLIC_IPV6 = ipaddr.parseCIDR("2000::/3");

/**
 * Whether Rollcall may call this address for someone. Only public unicast ones: private, loopback, link-local (and with it the
 * cloud's metadata service) and reserved ones are refused in IPv4, in IPv6 and where IPv6 carries IPv4 (mapped, NAT64, 6to4),
 * unless the operator allows the network (ROLLCALL_WEBHOOK_ALLOW).
 */
export function allowsAddress(address: string, allowed: readonly string[] = env().webhookAllow): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  return allowed.some((network) => contains(network, plain)) || isPublic(plain);
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.range() === "unicast" && (address.kind() === "ipv4" || address.match(PUBLIC_IPV6));
}

function contains(network: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const [base, bits] = network.includes("/") ? ipaddr.parseCIDR(network) : single(network);
  return base.kind() === address.kind() && address.match(base, bits);
}

function single(address: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const parsed = ipaddr.parse(address);
  return [parsed, parsed.kind() === "ipv4" ? 32 : 128];
}
