import type { DeviceAlertKind } from '@sunbeon/contract';
import { both, defineTexts, type Translate } from '@sunbeon/ui';

export const alertTexts = defineTexts({
  help: both(
    '기기가 응답하지 않거나, 종이가 없거나 얼마 남지 않았거나, 시계가 1분 넘게 틀리면 여기에 나타납니다. 지난 일주일의 알림을 보여 드립니다.',
    'Devices that fall silent, run low on paper or out of it, or whose clock is off by more than a minute appear here, for a week.',
  ),
  offline: both('응답이 없습니다', 'Silent'),
  printer: both('프린터를 살펴봐야 합니다', 'The printer needs attention'),
  paper: both('번호표 용지가 얼마 남지 않았습니다', 'The ticket paper is running low'),
  clock: both('시계가 맞지 않습니다', 'The clock is off'),
  state: both('상태', 'State'),
  state_open: both('확인 필요', 'Open'),
  state_seen: both('확인함', 'Seen'),
  state_over: both('끝남', 'Over'),
  kind: both('내용', 'What'),
  device: both('기기', 'Device'),
  detail: both('자세히', 'Detail'),
  began: both('시작', 'Began'),
  ended: both('끝', 'Ended'),
  seen: both('확인', 'Seen'),
  seen_done: both('확인했습니다.', 'Marked as seen.'),
  none: both('지금은 살펴볼 기기가 없습니다.', 'Nothing needs attention now.'),
  attention: both('지금 살펴볼 것', 'What needs attention now'),
  nothing: both('살펴볼 것이 없습니다.', 'Nothing needs attention.'),
  clock_off: both('{seconds}초 차이', 'off by {seconds} s'),
});

/** What is wrong, in words; a kind that a newer server tells is named as it is. */
export function alertWord(t: Translate<typeof alertTexts>, kind: string): string {
  return Object.hasOwn(kinds, kind) ? t(kind as DeviceAlertKind) : kind;
}
const kinds: Readonly<Record<DeviceAlertKind, true>> = { offline: true, printer: true, paper: true, clock: true };
