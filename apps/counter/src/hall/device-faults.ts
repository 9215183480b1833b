import type { AlertMessage } from '@sunbeon/contract';

/** What is wrong with devices of the hall after one more message. */
export function faultsAfter(faults: readonly AlertMessage[], alert: AlertMessage): readonly AlertMessage[] {
  const others = faults.filter(({ id }) => id !== alert.id);
  return alert.state === 'ended' ? others : [...others, alert];
}
