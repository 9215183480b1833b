import { both, defineTexts } from '@sunbeon/ui';

/** Log-in, forgotten and new passwords, invitations. */
export const doorTexts = defineTexts({
  login_title: both('로그인', 'Log in'),
  login_about: both('기관 관리자와 담당자의 로그인입니다.', 'For administrators and staff of institutions.'),
  email: both('이메일', 'E-mail'),
  password: both('비밀번호', 'Password'),
  login: both('로그인', 'Log in'),
  login_working: both('로그인하고 있습니다', 'Logging in'),
  email_missing: both('이메일 주소를 입력해 주십시오.', 'Enter your e-mail address.'),
  email_wrong: both(
    '이메일 주소의 형식이 아닙니다. 예: hong@korea.kr',
    'This is not an e-mail address. Example: hong@korea.kr',
  ),
  password_missing: both('비밀번호를 입력해 주십시오.', 'Enter your password.'),
  bad_credentials: both(
    '이메일 또는 비밀번호가 맞지 않습니다. 여러 번 틀리면 계정이 15분 동안 잠깁니다.',
    'The e-mail or the password is wrong. After several wrong attempts the account is locked for 15 minutes.',
  ),
  forgot: both('비밀번호를 잊으셨나요?', 'Forgot your password?'),
  apply: both('우리 기관에서 처음 쓰기(이용 신청)', 'Sign up your institution'),
  ended: both('로그인 시간이 끝났습니다. 다시 로그인해 주십시오.', 'Your session has ended. Please log in again.'),
  resting: both(
    '기관의 이용이 정지되어 로그아웃했습니다. 기관 관리자는 다시 로그인할 수 있습니다.',
    'You are logged out: the use of your institution is suspended. Owners may log in again.',
  ),
  logged_out: both('로그아웃했습니다.', 'You are logged out.'),
  new_password_set: both(
    '새 비밀번호로 바꾸었습니다. 다른 곳의 로그인은 모두 끝났습니다. 새 비밀번호로 로그인해 주십시오.',
    'Your password is changed and you are logged out everywhere. Log in with the new one.',
  ),
  sso: both('기관 통합 로그인(SSO)으로 로그인', 'Log in with your institution (SSO)'),
  sso_about: both(
    '{name}의 통합 로그인으로 로그인할 수 있습니다.',
    'You can log in with the single sign-on of {name}.',
  ),
  sso_only: both(
    '{name}의 담당자는 통합 로그인으로 로그인합니다. 아래 이메일 로그인은 기관 관리자만 쓸 수 있습니다.',
    'Staff of {name} log in with single sign-on. Only owners may use the form below.',
  ),
  sso_slug: both('기관 주소', 'Address of your institution'),
  sso_slug_hint: both(
    '순번 주소 뒤에 붙는 영문 이름입니다. 예: seongdong',
    'The name behind the address of Sunbeon, such as seongdong',
  ),
  sso_slug_wrong: both(
    '영문 소문자로 시작하는 기관 주소를 입력해 주십시오. 예: seongdong',
    'Enter the address of your institution, such as seongdong.',
  ),
  sso_find: both('통합 로그인으로 계속', 'Go on to single sign-on'),
  sso_none: both(
    '{slug} 기관의 통합 로그인이 없습니다. 주소를 확인하시거나 아래 이메일로 로그인해 주십시오.',
    'There is no single sign-on for {slug}. Check the address, or log in by e-mail below.',
  ),
  or: both('또는 이메일로', 'or by e-mail'),

  code_title: both('2단계 인증', 'Second step'),
  code_about: both(
    '휴대전화의 인증 앱에 지금 표시된 여섯 자리 숫자를 입력해 주십시오.',
    'Enter the six digits that your authenticator app shows now.',
  ),
  code: both('인증번호 6자리', 'Six-digit code'),
  code_missing: both('여섯 자리 숫자를 입력해 주십시오.', 'Enter six digits.'),
  code_wrong: both(
    '인증번호가 맞지 않거나 이미 쓴 번호입니다. 앱에 새 번호가 나오면 다시 입력해 주십시오.',
    'The code is wrong or was used already. Wait for the next one in your app.',
  ),
  code_send: both('확인', 'Confirm'),
  code_working: both('확인하고 있습니다', 'Checking'),
  no_phone: both('휴대전화가 없습니다. 복구 코드 쓰기', 'I do not have my phone: use a recovery code'),
  use_app: both('인증 앱의 숫자 쓰기', 'Use the code of my app'),
  recovery_about: both(
    '2단계 인증을 설정할 때 적어 둔 복구 코드 가운데 하나를 입력해 주십시오. 한 코드는 한 번만 쓸 수 있습니다.',
    'Enter one of the recovery codes that you kept. Each works once.',
  ),
  recovery_code: both('복구 코드', 'Recovery code'),
  recovery_missing: both('복구 코드를 입력해 주십시오.', 'Enter a recovery code.'),
  recovery_wrong: both(
    '복구 코드가 맞지 않거나 이미 쓴 코드입니다. 다른 코드를 입력해 주십시오.',
    'This recovery code is wrong or was used already. Try another one.',
  ),
  recovery_lost: both(
    '복구 코드도 없으면 기관 관리자에게 2단계 인증을 풀어 달라고 요청해 주십시오.',
    'Without recovery codes, ask an owner of your institution to reset your second factor.',
  ),
  start_again: both('처음부터 다시 로그인', 'Start the log-in again'),
  challenge_over: both(
    '인증번호를 입력할 시간(5분)이 지났습니다. 이메일과 비밀번호부터 다시 입력해 주십시오.',
    'The five minutes for the code are over. Please log in again.',
  ),

  forgot_title: both('비밀번호 다시 정하기', 'Reset your password'),
  forgot_about: both(
    '계정의 이메일 주소를 입력하시면, 비밀번호를 다시 정하는 링크를 보내 드립니다.',
    'Enter the e-mail address of your account; we send you a link to choose a new password.',
  ),
  forgot_send: both('링크 보내기', 'Send the link'),
  forgot_working: both('보내고 있습니다', 'Sending'),
  forgot_sent_title: both('메일을 확인해 주십시오', 'Check your mail'),
  forgot_sent: both(
    '{email} 주소로 된 계정이 있으면, 비밀번호를 다시 정하는 링크를 보냈습니다.',
    'If there is an account for {email}, a link to a new password is on its way.',
  ),
  forgot_hint: both(
    '링크는 30분 동안 한 번만 쓸 수 있습니다. 몇 분이 지나도 오지 않으면 스팸함을 확인하거나 주소를 다시 확인해 주십시오.',
    'The link works once, for 30 minutes. If nothing comes within minutes, look into your spam folder or check the address.',
  ),
  forgot_again: both('다른 주소로 다시 보내기', 'Send to another address'),
  letters: both('연습용 설치본에서 보낸 편지 보기', 'See the letters of this demo'),
  to_login: both('로그인 화면으로', 'To the log-in'),

  reset_title: both('새 비밀번호 정하기', 'Choose a new password'),
  reset_about: both(
    '새 비밀번호를 정하시면 모든 기기에서 로그아웃되고, 잠긴 계정은 풀립니다.',
    'A new password logs you out everywhere and unlocks a locked account.',
  ),
  new_password: both('새 비밀번호', 'New password'),
  password_rule: both(
    '10자 이상. 길수록 안전합니다. 흔한 비밀번호나 이름, 이메일, 기관 이름은 쓸 수 없습니다.',
    'At least 10 characters; longer is safer. No common password, no name, e-mail or institution.',
  ),
  password_short: both('비밀번호는 10자 이상이어야 합니다. (지금 {n}자)', 'At least 10 characters (now {n}).'),
  reset_send: both('새 비밀번호로 바꾸기', 'Set the new password'),
  saving: both('저장하고 있습니다', 'Saving'),
  link_title: both('이 링크는 쓸 수 없습니다', 'This link cannot be used'),
  link_missing: both(
    '메일의 링크가 온전하지 않습니다. 메일에 있는 주소를 처음부터 끝까지 복사해 주소창에 붙여 넣어 주십시오.',
    'The link is incomplete. Copy the whole address from the mail into the address bar.',
  ),
  reset_link_dead: both(
    '이미 쓴 링크이거나 30분이 지났습니다. 새 링크를 보내 드리겠습니다.',
    'This link was used already or is older than 30 minutes. Ask for a new one.',
  ),
  forgot_new: both('새 링크 받기', 'Get a new link'),

  invitation_title: both('{tenant} 담당자 초대', 'Invitation to {tenant}'),
  invitation_about: both(
    '{tenant}에서 순번 시스템의 담당자로 초대했습니다. 이름을 확인하고 비밀번호를 정해 주십시오.',
    '{tenant} invites you to work with Sunbeon. Check your name and choose a password.',
  ),
  invitation_dead: both(
    '이미 쓴 초대이거나, 7일이 지났거나, 기관에서 거두어들인 초대입니다. 초대한 분에게 초대 메일을 다시 보내 달라고 요청해 주십시오.',
    'This invitation was used already, is older than seven days or was withdrawn. Ask whoever invited you to send it again.',
  ),
  invitation_used: both('이미 계정을 만드셨다면 로그인해 주십시오.', 'If you have made your account already, log in.'),
  name: both('이름', 'Name'),
  name_missing: both('이름을 입력해 주십시오.', 'Enter your name.'),
  role: both('맡은 일', 'Role'),
  accept: both('초대 받아들이기', 'Accept'),
  accept_working: both('계정을 만들고 있습니다', 'Making your account'),
  then_second: both(
    '다음 화면에서 2단계 인증을 설정합니다. 휴대전화를 준비해 주십시오.',
    'Next you set up the second step of your log-in. Have your phone ready.',
  ),
  role_operator: both('플랫폼 운영자', 'Platform operator'),
  role_owner: both('기관 관리자', 'Owner'),
  role_supervisor: both('민원실 책임자', 'Supervisor'),
  role_staff: both('창구 담당자', 'Counter staff'),
  role_greeter: both('민원 안내도우미', 'Greeter'),
  role_viewer: both('현황 열람', 'Viewer'),
  role_region: both('시·도 현황 열람', 'Viewer of a region'),
});
