import { BlockList, isIP } from 'node:net';

/** Special-purpose networks (IANA): one's own machine, private and link-local networks, documentation, multicast. */
const networks: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

// Two lists: one for both would find every IPv4 address in the network of those that are mapped into IPv6.
const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix] of networks) {
  const family = network.includes(':') ? 'ipv6' : 'ipv4';
  lists[family].addSubnet(network, prefix, family);
}

/** True for an IP address that is not in the public internet. What is no IP address at all is private, too. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return version === 0 || lists[family].check(address, family);
}

/** Host name of a URL that means this machine: as browsers have it. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
