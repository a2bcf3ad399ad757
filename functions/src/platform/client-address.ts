import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

/**
 * Google's own front ends (https://www.gstatic.com/ipranges/goog.json without the addresses that
 * customers rent, https://www.gstatic.com/ipranges/cloud.json).
 */
const frontEnds = [
  "64.233.160.0/19",
  "66.102.0.0/20",
  "66.249.64.0/19",
  "72.14.192.0/18",
  "74.125.0.0/16",
  "108.177.0.0/17",
  "142.250.0.0/15",
  "172.217.0.0/16",
  "172.253.0.0/16",
  "173.194.0.0/16",
  "192.178.0.0/15",
  "209.85.128.0/17",
  "216.58.192.0/19",
  "216.239.32.0/19",
  "2001:4860::/32",
  "2404:6800::/32",
  "2607:f8b0::/32",
  "2800:3f0::/32",
  "2a00:1450::/32",
  "2c0f:fb50::/32",
].map((range) => ipaddr.parseCIDR(range));

/**
 * Express' "trust proxy": whether what the hop at `address` says about the one before it is believed.
 *
 * On Cloud Functions the socket's peer (hop 0) is always the platform, which appends the address that
 * called it to X-Forwarded-For. Called directly, that is the client; through Firebase Hosting it is one
 * of Google's front ends, and the client stands before it (measured in
 * https://github.com/gamedevpl/www.gamedev.pl/pull/1146). A fixed number of hops would be wrong for one
 * of the two, or let a direct caller choose its own address; so a further hop is believed only when it
 * is Google's own. Loopback is the Hosting emulator. Where Google has added one that is missing here, its address
 * stands for all who come by it: that limits only those who have not signed in yet.
 */
export function trustProxy(address: string, hop: number): boolean {
  if (hop === 0) return true;
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() === "loopback") return true;
  return frontEnds.some(
    ([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits),
  );
}

/** The client's address as Express resolved it by `trustProxy`; an unnamed peer is a local socket. */
export function clientAddress(request: IncomingMessage): string {
  const resolved = "ip" in request && typeof request.ip === "string" ? request.ip : "";
  return resolved || request.socket.remoteAddress || "local";
}
