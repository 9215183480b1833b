import { readNumber } from '../../libs/ui/src/voice/read-number.ts';
import { clipNames, highestCounterClip } from '../../libs/ui/src/voice/clip-plan.ts';

/** Every clip that a call may need: its name and the Korean words in it, as written (not as pronounced). */
export function script(): Map<string, string> {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return new Map([
    ...letters.map((letter) => [clipNames.letter(letter), readNumber(letter)] as const),
    [clipNames.zero, '공'] as const,
    ...range(1, 9).map((count) => [clipNames.thousand(count), readNumber(String(count * 1_000))] as const),
    ...range(0, 999).map((value) => [clipNames.ticket(value), `${readNumber(String(value))}번`] as const),
    ...range(1, 9).map((count) => [clipNames.ticket(count * 1_000), `${readNumber(String(count * 1_000))}번`] as const),
    ...range(1, highestCounterClip).map((value) => {
      return [clipNames.counter(value), `${readNumber(String(value))}번 창구로`] as const;
    }),
    [clipNames.guest, '고객님,'] as const,
    [clipNames.come, '오십시오.'] as const,
  ]);
}
