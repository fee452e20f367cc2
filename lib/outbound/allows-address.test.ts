import { describe, expect, it } from "vitest";
import { allowsAddress } from "./allows-address";

describe("Addresses that Rollcall may call", () => {
  it.each(["93.184.216.34", "8.8.8.8", "2606:4700::1111", "2a00:1450:4001::1"])("%s, a public host", (address) => {
    expect(allowsAddress(address, [])).toBe(true);
  });

  it.each([
    ["127.0.0.1", "loopback"],
    ["127.8.8.8", "loopback"],
    ["10.1.2.3", "private"],
    ["172.31.255.255", "private"],
    ["192.168.1.1", "private"],
    ["169.254.169.254", "the cloud's metadata service"],
    ["100.64.0.1", "shared by providers"],
    ["0.0.0.0", "this host"],
    ["255.255.255.255", "broadcast"],
    ["224.0.0.1", "multicast"],
    ["::1", "loopback"],
    ["::", "unspecified"],
    ["fe80::1", "link-local"],
    ["fc00::1", "unique local"],
    ["fd12:3456::1", "unique local"],
    ["ff02::1", "multicast"],
    ["::ffff:127.0.0.1", "loopback in IPv6"],
    ["::ffff:7f00:1", "loopback in IPv6, in hexadecimal"],
    ["64:ff9b::a9fe:a9fe", "metadata through NAT64"],
    ["2002:7f00:1::", "loopback through 6to4"],
    ["64:ff9b:1::a00:1", "private through a local NAT64 (RFC 8215)"],
    ["2001:0:7f00:1::", "Teredo"],
    ["::127.0.0.1", "loopback in the old IPv4-compatible form"],
    ["fec0::1", "site-local of old"],
    ["100::1", "discard"],
    ["fd00:ec2::254", "metadata over IPv6"],
    ["0.1.2.3", "this network"],
    ["192.0.0.170", "protocol assignments"],
    ["198.18.0.1", "benchmarks"],
    ["203.0.113.9", "documentation"],
    ["240.0.0.1", "reserved"],
    ["2001:db8::1", "documentation"],
    ["0x7f000001", "loopback in hexadecimal"],
    ["017700000001", "loopback in octal"],
    ["2130706433", "loopback as one number"],
    ["localhost", "no address"],
  ])("not %s: %s", (address) => {
    expect(allowsAddress(address, [])).toBe(false);
  });

  it("a private one in a network that the operator allows, and only there", () => {
    expect(allowsAddress("10.1.2.3", ["10.1.0.0/16", "fd00::/8"])).toBe(true);
    expect(allowsAddress("10.2.2.3", ["10.1.0.0/16", "fd00::/8"])).toBe(false);
    expect(allowsAddress("fd00::5", ["10.1.0.0/16", "fd00::/8"])).toBe(true);
    expect(allowsAddress("127.0.0.1", ["127.0.0.1"])).toBe(true);
  });
});
