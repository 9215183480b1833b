import { both, defineTexts } from '@sunbeon/ui';

/** Log-in, choice of office and counter, and what may stand in the way. */
export const doorTexts = defineTexts({
  app: both('순번 창구', 'Sunbeon counter'),
  login_title: both('창구 로그인', 'Log in to your counter'),
  login_hint: both(
    '기관에서 받은 이메일과 비밀번호로 로그인하십시오.',
    'Log in with the e-mail and password of your institution.',
  ),
  email: both('이메일', 'E-mail'),
  password: both('비밀번호', 'Password'),
  password_show: both('비밀번호 표시', 'Show password'),
  login: both('로그인', 'Log in'),
  login_working: both('로그인하고 있습니다', 'Logging in'),
  caps_lock: both('Caps Lock이 켜져 있습니다.', 'Caps Lock is on.'),
  email_missing: both('이메일을 입력해 주십시오.', 'Enter your e-mail.'),
  password_missing: both('비밀번호를 입력해 주십시오.', 'Enter your password.'),
  too_many: both(
    '로그인 시도가 너무 많았습니다. {seconds}초 뒤에 다시 할 수 있습니다.',
    'Too many attempts to log in. You can try again in {seconds} s.',
  ),
  login_offline: both(
    '서버에 연결하지 못했습니다. 네트워크를 확인한 뒤 다시 로그인해 주십시오.',
    'The server cannot be reached. Check the network and log in again.',
  ),
  login_fault: both(
    '서버에 문제가 있어 로그인하지 못했습니다. 잠시 뒤에 다시 해 주십시오.',
    'The server has a fault; you are not logged in. Please try again in a moment.',
  ),
  ended: both(
    '로그인 시간이 끝났습니다. 다시 로그인하면 하던 창구로 돌아갑니다. 번호표의 상태는 그대로입니다.',
    'Your session has ended. Log in again to return to your counter. Tickets are as you left them.',
  ),
  logged_out: both('로그아웃했습니다.', 'You are logged out.'),
  starting: both('불러오고 있습니다', 'Loading'),
  unreachable: both('서버에 연결하지 못하고 있습니다', 'The server cannot be reached'),
  unreachable_hint: both(
    '연결되면 저절로 이어집니다. 이 화면을 닫지 않아도 됩니다.',
    'This page goes on by itself once it is connected. Leave it open.',
  ),
  try_now: both('지금 다시 연결', 'Connect now'),
  choose_office: both('민원실 고르기', 'Choose an office'),
  choose_counter: both('창구 고르기', 'Choose a counter'),
  choose_hint: both('오늘 일할 창구를 고르십시오.', 'Choose the counter at which you work today.'),
  no_office: both(
    '맡은 민원실이 없습니다. 관리자에게 문의해 주십시오.',
    'No office is assigned to you. Please ask an administrator.',
  ),
  no_counter: both('이 민원실에는 창구가 없습니다.', 'This office has no counters.'),
  no_work: both(
    '창구 업무나 번호표 발급 권한이 없는 계정입니다.',
    'This account may neither work at a counter nor issue tickets.',
  ),
  counter_unknown: both(
    '{counter}번 창구가 없습니다. 아래에서 고르십시오.',
    'There is no counter {counter}. Choose one below.',
  ),
  counter_n: both('{number}번 창구', 'Counter {number}'),
  last_time: both('지난번 창구', 'Last time'),
  yours: both('내 창구', 'Yours'),
  free_counter: both('비어 있음', 'Free'),
  taken_by: both('{name}', '{name}'),
  refused: both('이 민원실을 볼 수 없습니다', 'This office cannot be shown'),
  other_office: both('다른 민원실', 'Other office'),
  greeter: both('안내 데스크', 'Greeter’s desk'),
  greeter_hint: both('번호표 발급, 번호 찾기', 'Issue tickets, find numbers'),
  log_out: both('로그아웃', 'Log out'),
  language: both('English', '한국어'),
  waiting_here: both('이 창구 업무 {n}명 대기', '{n} waiting for this counter'),
});
