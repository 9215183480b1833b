import { isIPv6 } from 'node:net';

/**
 * What stands for whoever sends from an address: an IPv4 address, or the /64 of an IPv6 one, since any machine has 2^64 of
 * them at will.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIPv6(plain) ? `${firstFour(plain).join(':')}::/64` : plain;
}

function firstFour(address: string): string[] {
  const [left = '', right] = address.toLowerCase().split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  // A dotted end stands for two groups.
  const tailGroups = tail.length + (tail.at(-1)?.includes('.') ? 1 : 0);
  const zeros = right === undefined ? 0 : Math.max(0, 8 - head.length - tailGroups);
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
}
