import { both, defineTexts } from '@sunbeon/ui';

export const policyTexts = defineTexts({
  title: both('로그인 정책', 'Log-in policy'),
  help: both('기관의 모든 담당자에게 적용됩니다.', 'For all people of the institution.'),
  second: both('2단계 인증이 꼭 필요한 역할', 'Roles that must have a second factor'),
  second_help: both(
    '기관 관리자는 정책과 관계없이 꼭 필요합니다. 아직 설정하지 않은 사람은 다음 로그인 때 먼저 설정하게 됩니다.',
    'Owners must have one in any case. Whoever has none yet sets it up at the next log-in.',
  ),
  idle: both('쓰지 않으면 로그아웃(분)', 'Log out when nothing is done for (minutes)'),
  idle_help: both('5분에서 1,440분(하루)까지 정할 수 있습니다.', 'From 5 to 1,440 minutes (a day).'),
});
