import { both, defineTexts } from '@sunbeon/ui';

/** What every page says: header, waiting, faults. */
export const workTexts = defineTexts({
  app: both('순번', 'Sunbeon'),
  app_about: both('민원실 번호표·대기현황 시스템', 'Tickets and waits for civil-affairs offices'),
  skip: both('본문으로 바로가기', 'Skip to content'),
  language: both('English', '한국어'),
  log_in: both('로그인', 'Log in'),
  log_out: both('로그아웃', 'Log out'),
  account: both('내 계정', 'My account'),
  home: both('처음 화면', 'Start page'),
  loading: both('불러오고 있습니다', 'Loading'),
  unreachable: both('서버에 연결하지 못하고 있습니다', 'The server cannot be reached'),
  unreachable_hint: both(
    '네트워크가 다시 연결되면 이 화면이 저절로 이어집니다. 닫지 않아도 됩니다.',
    'This page goes on by itself once it is connected. You can leave it open.',
  ),
  offline: both(
    '서버에 연결하지 못했습니다. 네트워크를 확인한 뒤 다시 눌러 주십시오. 입력한 내용은 그대로 있습니다.',
    'The server cannot be reached. Check the network and try again. What you entered is still here.',
  ),
  offline_now: both(
    '인터넷 연결이 끊어졌습니다. 입력한 내용은 그대로 있으며, 연결되면 이어서 하실 수 있습니다.',
    'You are offline. What you entered is still here; you can go on once you are connected.',
  ),
  server_fault: both(
    '서버에 문제가 생겨 처리하지 못했습니다. 잠시 뒤에 다시 눌러 주십시오. 입력한 내용은 그대로 있습니다.',
    'The server has a fault and could not do this. Try again in a moment. What you entered is still here.',
  ),
  page_fault: both(
    '이 화면에 문제가 생겼습니다. 화면을 새로 고친 뒤 다시 해 주십시오.',
    'This page has a fault. Load it again and retry.',
  ),
  refused: both('서버가 이 요청을 받지 않았습니다.', 'The server refused this.'),
  trace: both('문의하실 때 이 번호를 알려 주십시오: {trace}', 'If you ask for help, quote this number: {trace}'),
  too_many: both(
    '시도가 너무 많았습니다. {seconds}초 뒤에 다시 할 수 있습니다.',
    'Too many attempts. You can try again in {seconds} s.',
  ),
  too_many_minutes: both(
    '시도가 너무 많았습니다. 약 {minutes}분 뒤에 다시 할 수 있습니다.',
    'Too many attempts. You can try again in about {minutes} min.',
  ),
  too_many_over: both('이제 다시 하실 수 있습니다.', 'You can try again now.'),
  optional: both('선택', 'optional'),
  show_password: both('비밀번호 표시', 'Show password'),
  caps_lock: both('Caps Lock이 켜져 있습니다.', 'Caps Lock is on.'),
  fix_fields: both('고쳐야 할 항목이 {n}개 있습니다.', '{n} entries need your attention.'),
  not_found_title: both('없는 화면입니다', 'There is no such page'),
  not_found: both('주소를 다시 확인해 주십시오.', 'Please check the address.'),
  retry: both('다시 시도', 'Try again'),
  back: both('이전', 'Back'),
  next: both('다음', 'Next'),
  close: both('닫기', 'Close'),
  cancel: both('취소', 'Cancel'),
  copy: both('복사', 'Copy'),
  copied: both('복사했습니다', 'Copied'),
  print: both('인쇄', 'Print'),
  new_tab: both('(새 창)', '(new tab)'),
});
