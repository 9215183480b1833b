import { both, defineTexts } from '@sunbeon/ui';

export const exportTexts = defineTexts({
  help: both(
    '기관의 모든 자료를 하나의 압축 파일로 받습니다. 파일이 준비되면 메일로 받을 주소를 보내 드리며, 신청한 사람이 하루 안에 한 번 받을 수 있습니다.',
    'All data of the institution in one archive. A link comes by e-mail when it is ready; who asked may fetch it once, within a day.',
  ),
  ask: both('내보내기 신청', 'Ask for an archive'),
  ask_title: both('전체 자료 내보내기', 'Export all data'),
  ask_says: both(
    '파일을 만드는 데 몇 분 걸릴 수 있습니다. 신청한 사실과 사유가 감사 기록에 남습니다.',
    'It may take some minutes. That you asked, and why, stays in the audit.',
  ),
  personal: both('개인정보(이름·이메일·전화번호) 포함', 'With personal data (names, e-mails, phones)'),
  asked_done: both('신청했습니다. 준비되면 메일로 알려 드립니다.', 'Asked. You are told by e-mail when it is ready.'),
  asked: both('신청', 'Asked'),
  state: both('상태', 'State'),
  state_asked: both('만드는 중', 'Being made'),
  state_ready: both('받을 수 있음', 'Ready'),
  state_taken: both('받음', 'Taken'),
  state_expired: both('기한 지남', 'Expired'),
  state_failed: both('실패', 'Failed'),
  reason: both('사유', 'Reason'),
  with_personal: both('개인정보', 'Personal data'),
  size: both('크기', 'Size'),
  rows: both('줄 수', 'Rows'),
  until: both('기한', 'Until'),
  fetch: both('받기', 'Fetch'),
  fetch_title: both('자료 받기', 'Fetch the archive'),
  fetch_says: both(
    '메일에 있는 주소를 그대로 붙여 넣으십시오. 한 번만 받을 수 있습니다.',
    'Paste the address of the e-mail. It can be fetched once.',
  ),
  fetch_says_link: both(
    '메일의 주소로 여셨으므로 코드를 입력하지 않아도 됩니다. 한 번만 받을 수 있습니다.',
    'The link of your e-mail carries the code. It can be fetched once.',
  ),
  letter_ready: both('신청하신 자료가 준비되었습니다.', 'The archive that you asked for is ready.'),
  letter_taken: both(
    '이미 받으신 자료입니다. 다시 필요하시면 새로 신청해 주십시오.',
    'You fetched this already. Ask anew if you need it again.',
  ),
  letter_over: both(
    '받을 수 있는 기한이 지났습니다. 새로 신청해 주십시오.',
    'The time to fetch this is over. Please ask anew.',
  ),
  letter_other: both(
    '신청하신 분만 받을 수 있는 자료입니다. 신청하신 분의 계정으로 로그인해 주십시오.',
    'Only who asked may fetch this. Log in with that account.',
  ),
  letter_unknown: both(
    '이 기관에는 없는 자료입니다. 메일을 받으신 계정으로 로그인했는지 확인해 주십시오.',
    'There is no such archive here. Check that you logged in with the account that got the e-mail.',
  ),
  code: both('코드 또는 메일에 있는 주소', 'Code, or the address in the e-mail'),
  fetched: both('파일을 받았습니다.', 'The file is here.'),
  empty: both('신청한 내보내기가 없습니다', 'No archives yet'),
});
