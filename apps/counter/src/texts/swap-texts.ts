import { both, defineTexts } from '@sunbeon/ui';

/** Quick change of people at a counter by PIN. */
export const swapTexts = defineTexts({
  swap: both('담당자 교대', 'Change of staff'),
  swap_do: both('교대하기', 'Take over'),
  swap_text: both(
    '이어서 일할 담당자를 고르고 그 담당자의 PIN을 입력하십시오. 지금 담당자는 로그아웃됩니다.',
    'Choose who goes on here and enter that person’s PIN. The present person is logged out.',
  ),
  swap_text_counter: both(
    '이어서 일할 담당자를 고르고 그 담당자의 PIN을 입력하십시오. 창구와 처리 중인 번호표를 그대로 넘겨받습니다.',
    'Choose who goes on here and enter that person’s PIN. The counter and its ticket go over as they are.',
  ),
  swap_nobody: both(
    '이 민원실에 PIN을 정한 다른 담당자가 없습니다. 교대할 담당자가 자기 계정에서 PIN을 먼저 정해야 합니다.',
    'Nobody else of this office has a PIN. Whoever is to take over sets one first, in the own account.',
  ),
  pin: both('PIN 6자리', 'PIN, six digits'),
  pin_set: both('내 PIN 정하기', 'Set my PIN'),
  pin_change: both('내 PIN 바꾸기', 'Change my PIN'),
  pin_mine: both('내 PIN', 'My PIN'),
  pin_text: both(
    '창구에서 교대할 때 비밀번호 대신 쓰는 숫자 6자리입니다. 같은 숫자, 이어지는 숫자, 생년월일은 쓸 수 없습니다.',
    'Six digits instead of the password, for taking over a counter. No repeated digits, no runs, no dates of birth.',
  ),
  pin_new: both('새 PIN 6자리', 'New PIN, six digits'),
  pin_again: both('새 PIN 다시 입력', 'New PIN again'),
  pin_differ: both('두 번 입력한 PIN이 서로 다릅니다.', 'The two PINs are different.'),
  pin_save: both('저장', 'Save'),
  pin_close: both('닫기', 'Close'),
  pin_done: both(
    'PIN을 정했습니다. 이제 창구에서 PIN으로 교대할 수 있습니다.',
    'Your PIN is set. You can take over with it.',
  ),
});
