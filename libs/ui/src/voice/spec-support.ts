import type { CallMessage } from '@sunbeon/contract';

/** A call for specs: seq 1 is "101 -> 1". */
export function specCall(seq: number, change: Partial<CallMessage> = {}): CallMessage {
  const [number, counter] = [String(100 + seq), String(((seq - 1) % 15) + 1)];
  return {
    seq,
    number,
    counter,
    service: { id: '0197f1de-0000-7000-8000-000000000001', name: { ko: '여권 접수' } },
    wording: { ko: `${number}번 고객님, ${counter}번 창구로 오십시오.` },
    repeat: 1,
    recall: false,
    at: '2026-11-23T10:00:00+09:00',
    ...change,
  };
}
