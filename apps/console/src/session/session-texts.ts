import { both, defineTexts } from '@sunbeon/ui';

/** The door of the console, and how long one stays. */
export const sessionTexts = defineTexts({
  app: both('순번 관리', 'Sunbeon console'),
  title: both('관리 화면 로그인', 'Log in to the console'),
  email: both('이메일', 'E-mail'),
  password: both('비밀번호', 'Password'),
  log_in: both('로그인', 'Log in'),
  working: both('확인하고 있습니다', 'Checking'),
  email_missing: both('이메일을 입력해 주십시오.', 'Enter your e-mail.'),
  password_missing: both('비밀번호를 입력해 주십시오.', 'Enter your password.'),
  forgot: both('비밀번호를 잊으셨습니까?', 'Forgot your password?'),
  sso: both('기관 통합 로그인(SSO)', 'Single sign-on of your institution'),
  sso_of: both('{name} 통합 로그인(SSO)', 'Single sign-on of {name}'),
  second_title: both('2단계 인증', 'Second step'),
  second_help: both(
    '인증 앱에 보이는 6자리 숫자를 입력해 주십시오. 휴대전화가 없으면 복구 코드를 입력할 수 있습니다.',
    'Enter the six digits shown by your authenticator app. Without your phone, enter a recovery code.',
  ),
  code: both('인증 번호 또는 복구 코드', 'Code or recovery code'),
  code_missing: both('인증 번호를 입력해 주십시오.', 'Enter the code.'),
  again: both('처음부터 다시', 'Start again'),
  too_many: both('{seconds}초 뒤에 다시 할 수 있습니다.', 'You can try again in {seconds} s.'),
  offline: both(
    '서버에 연결하지 못했습니다. 네트워크를 확인한 뒤 다시 해 주십시오.',
    'The server cannot be reached. Check the network and try again.',
  ),
  fault: both('서버에 문제가 있어 로그인하지 못했습니다.', 'The server has a fault; you are not logged in.'),
  ended: both(
    '로그인이 끝났습니다. 다시 로그인하면 보던 화면으로 돌아갑니다.',
    'Your session has ended. Log in again to go on where you were.',
  ),
  idle: both('오래 쓰지 않아 로그아웃했습니다.', 'You were logged out because nothing was done for a while.'),
  resting: both(
    '기관의 이용이 정지되어 로그아웃했습니다. 기관 관리자는 다시 로그인하여 사유를 볼 수 있습니다.',
    'You are logged out: the use of your institution is suspended. Owners may log in and read why.',
  ),
  logged_out: both('로그아웃했습니다.', 'You are logged out.'),
  enrolment_title: both('2단계 인증을 먼저 설정해야 합니다', 'Set up your second factor first'),
  enrolment_help: both(
    '이 계정은 2단계 인증이 있어야 관리 화면을 쓸 수 있습니다. 설정을 마치면 이 화면으로 돌아옵니다.',
    'This account needs a second factor for the console. You return here once it is set up.',
  ),
  enrolment_go: both('2단계 인증 설정', 'Set up the second factor'),
  unreachable: both('서버에 연결하지 못하고 있습니다', 'The server cannot be reached'),
  unreachable_help: both('연결되면 저절로 이어집니다.', 'This page goes on by itself once it is connected.'),
  idle_warning: both(
    '쓰지 않은 지 오래되어 1분 뒤 로그아웃합니다.',
    'You will be logged out in a minute, as nothing was done for a while.',
  ),
  stay: both('계속 쓰기', 'Stay logged in'),
  language: both('English', '한국어'),
});
