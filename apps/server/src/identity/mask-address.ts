/** 203.0.113.77 -> 203.0.113.*; 2001:db8:1:2:… -> 2001:db8:1:*: enough to tell the office from elsewhere. */
export function maskAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (plain.includes('.')) return plain.replace(/\.\d+$/, '.*');
  return `${plain.split(':').slice(0, 3).join(':')}:*`;
}
