import { both, defineTexts } from '@sunbeon/ui';

/** Small words that many pages say. */
export const partTexts = defineTexts({
  gone: both(
    '찾을 수 없습니다. 그 사이 없어졌거나 볼 수 없는 자료입니다.',
    'Not found: it is gone, or not yours to see.',
  ),
  refused: both('서버가 받아들이지 않았습니다({code}).', 'The server refused ({code}).'),
  no_answer: both(
    '서버에 연결하지 못했습니다. 네트워크를 확인한 뒤 다시 해 주십시오.',
    'The server cannot be reached. Check the network and try again.',
  ),
  broken: both('화면에 문제가 생겨 마치지 못했습니다.', 'This page has a fault; it could not be done.'),
  never: both('없음', 'Never'),
  unknown: both('알 수 없음', 'Unknown'),
  yes: both('예', 'Yes'),
  no: both('아니요', 'No'),
  all_offices: both('기관 전체', 'All offices'),
  office: both('민원실', 'Office'),
  cancel: both('취소', 'Cancel'),
  close: both('닫기', 'Close'),
  save: both('저장', 'Save'),
  saved: both('저장했습니다.', 'Saved.'),
  done: both('처리했습니다.', 'Done.'),
  copy: both('복사', 'Copy'),
  copied: both('복사했습니다.', 'Copied.'),
  try_again: both('다시 시도', 'Try again'),
  loading: both('불러오고 있습니다', 'Loading'),
  reason: both('사유', 'Reason'),
  reason_help: both('감사 기록에 남습니다. 5자 이상 적어 주십시오.', 'It stays in the audit. At least 5 characters.'),
  reason_short: both('사유를 5자 이상 적어 주십시오.', 'Give a reason of at least 5 characters.'),
  password: both('내 비밀번호', 'Your password'),
  password_wrong: both('비밀번호가 맞지 않습니다.', 'The password is wrong.'),
  search: both('찾기', 'Search'),
  // roles
  role_operator: both('플랫폼 운영자', 'Operator'),
  role_owner: both('기관 관리자', 'Owner'),
  role_supervisor: both('팀장', 'Supervisor'),
  role_staff: both('창구 담당자', 'Counter staff'),
  role_greeter: both('민원 안내도우미', 'Greeter'),
  role_viewer: both('조회만', 'Viewer'),
  role_region: both('지역 통계 담당', 'Regional reader'),
});
