import { describe, expect, it } from "vitest";
import { allowsAddress } from "./guard-address";

describe("Addresses that a webhook may reach", () => {
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
    ["2001:db8::1", "documentation"],
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
