import { describe, expect, it } from '@jest/globals';
import { isLoopback, isPrivateAddress } from './private-addresses.ts';

describe('private addresses', () => {
  it.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
    ...['169.254.169.254', '224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1'],
    ...[
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::7f00:1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'ff02::1',
      'fe80::1%eth0',
    ],
    ...['localhost', '', '2130706433', '0x7f.1', '127.1'],
  ])('are refused: %s', (address) => expect(isPrivateAddress(address)).toBe(true));

  it.each(['8.8.8.8', '172.32.0.1', '172.15.0.1', '192.167.1.1', '100.128.0.1', '11.0.0.1', '2606:4700::1111'])(
    'are not these: %s',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );

  it('knows one’s own machine', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '[::1]']) expect(isLoopback(host)).toBe(true);
    for (const host of ['localhost.evil.example', '127.0.0.1.nip.io', '10.0.0.1', '::1'])
      expect(isLoopback(host)).toBe(false);
  });
});
