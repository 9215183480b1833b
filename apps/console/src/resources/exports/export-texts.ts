import { both, defineTexts } from '@sunbeon/ui';

export const exportTexts = defineTexts({
  help: both(
    '기관의 모든 자료를 하나의 압축 파일로 받습니다. 파일이 준비되면 메일로 코드를 보내 드리며, 신청한 사람이 하루 안에 한 번 받을 수 있습니다.',
    'All data of the institution in one archive. A code comes by e-mail when it is ready; who asked may fetch it once, within a day.',
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
    '메일로 받은 코드를 입력하십시오. 한 번만 받을 수 있습니다.',
    'Enter the code of the e-mail. It can be fetched once.',
  ),
  code: both('코드', 'Code'),
  fetched: both('파일을 받았습니다.', 'The file is here.'),
  empty: both('신청한 내보내기가 없습니다', 'No archives yet'),
});
