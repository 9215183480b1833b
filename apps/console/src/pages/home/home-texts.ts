import { both, defineTexts } from '@sunbeon/ui';

export const homeTexts = defineTexts({
  title: both('첫 화면', 'Home'),
  all_alerts: both('알림 모두 보기', 'All alerts'),
  devices: both('기기', 'Devices'),
  devices_online: both('작동 중', 'Online'),
  devices_silent: both('응답 없음', 'Silent'),
  devices_unpaired: both('등록 전', 'Not paired'),
  plan: both('요금제와 사용량', 'Plan and use'),
  plan_says: both('{status} · {plan}', '{status} · {plan}'),
  trial_until: both('시범 이용은 {at}까지입니다.', 'The trial ends {at}.'),
  next: both('{at}부터 {status} 상태가 됩니다.', '{status} from {at}.'),
  suspended: both(
    '기관의 이용이 정지되어 있습니다. 민원실의 화면과 기기가 쉬고, 담당자는 로그인할 수 없습니다. 담당자·개인정보·감사 기록은 계속 관리할 수 있습니다.',
    'The use of your institution is suspended: screens and devices rest, and staff cannot log in. You may still look after people and data.',
  ),
  suspended_why: both('사유: {reason}', 'Why: {reason}'),
  pending_own: both(
    '운영자의 승인을 기다리고 있습니다. 그동안 모든 것을 준비하실 수 있습니다.',
    'Waiting for the operator’s approval. You can prepare everything meanwhile.',
  ),
  setup: both('처음 설정', 'First set-up'),
  setup_help: both(
    '민원실을 만들고 첫 번호표가 나올 때까지 차례로 안내합니다.',
    'Step by step until the first ticket is printed.',
  ),
  setup_go: both('이어서 하기', 'Go on'),
  pending: both('승인을 기다리는 기관', 'Institutions that wait for approval'),
  pending_none: both('승인을 기다리는 기관이 없습니다.', 'None waits.'),
  all_tenants: both('기관 모두 보기', 'All institutions'),
  tenants_n: both('모두 {n}곳', '{n} in all'),
  health: both('시스템 상태', 'System health'),
  no_work: both('이 계정으로 하는 관리 업무가 없습니다', 'This account has no work in the console'),
  no_work_help: both(
    '번호표를 호출하거나 발급하시려면 창구 화면을 여십시오.',
    'To call or issue tickets, open the counter page.',
  ),
  to_counter: both('창구 화면 열기', 'Open the counter page'),
  region_go: both('지역 통계 보기', 'Show regional figures'),
});
