import { both, defineTexts } from '@sunbeon/ui';

/** Setting up the second step of the log-in. */
export const secondFactorTexts = defineTexts({
  title: both('2단계 인증 설정', 'Set up the second step'),
  about: both(
    '비밀번호가 새어 나가도 계정을 지킬 수 있도록, 로그인할 때 휴대전화 앱의 숫자를 함께 확인합니다.',
    'Even if your password leaks, nobody gets in without the code that your phone shows.',
  ),
  required: both(
    '기관 관리자 계정은 2단계 인증이 꼭 필요합니다. 1분이면 됩니다.',
    'Accounts of owners must have it. It takes a minute.',
  ),
  step_app: both(
    '휴대전화에 OTP 인증 앱을 설치합니다. (Google Authenticator, Microsoft Authenticator 등)',
    'Install an authenticator app on your phone (Google Authenticator, Microsoft Authenticator or the like).',
  ),
  step_scan: both('앱에서 계정 추가를 눌러 아래 QR을 찍습니다.', 'In the app, add an account and scan this code.'),
  step_code: both('앱에 나온 여섯 자리 숫자를 아래에 입력합니다.', 'Enter the six digits that the app then shows.'),
  qr_label: both('인증 앱에 등록하는 QR 코드', 'QR code for the authenticator app'),
  by_hand: both('QR을 찍을 수 없을 때', 'If you cannot scan it'),
  by_hand_text: both(
    '앱에서 "설정 키 입력"을 골라 아래 글자를 그대로 입력해 주십시오. 종류는 "시간 기준"입니다.',
    'Choose “Enter a setup key” in the app and type these letters. The type is “time based”.',
  ),
  same_phone: both('이 휴대전화의 인증 앱에서 열기', 'Open in the app on this phone'),
  code: both('앱에 나온 숫자 6자리', 'Six digits from the app'),
  code_wrong: both(
    '숫자가 맞지 않습니다. 휴대전화의 시각이 자동으로 맞춰져 있는지 확인하고, 새 숫자가 나오면 다시 입력해 주십시오.',
    'The code is wrong. Check that your phone sets its clock by itself, and enter the next code.',
  ),
  confirm: both('확인하고 켜기', 'Confirm and turn on'),
  confirming: both('확인하고 있습니다', 'Checking'),
  password_first: both('계속하려면 비밀번호를 다시 입력해 주십시오.', 'Enter your password again to go on.'),
  go_on: both('계속', 'Continue'),
  codes_title: both('복구 코드를 보관해 주십시오', 'Keep your recovery codes'),
  codes_about: both(
    '휴대전화를 잃어버렸을 때 로그인할 수 있는 코드입니다. 한 코드는 한 번만 쓸 수 있고, 이 화면을 벗어나면 다시 볼 수 없습니다.',
    'They let you in when your phone is lost. Each works once. You will not see them again after this page.',
  ),
  codes_label: both('복구 코드 10개', 'Ten recovery codes'),
  codes_copy: both('모두 복사', 'Copy all'),
  codes_print: both('인쇄', 'Print'),
  codes_print_head: both('{email} 복구 코드 (순번, {date})', 'Recovery codes of {email} (Sunbeon, {date})'),
  codes_kept: both('복구 코드를 인쇄했거나 안전한 곳에 적어 두었습니다.', 'I have printed or written down the codes.'),
  codes_keep_first: both('복구 코드를 보관한 뒤 위에 표시해 주십시오.', 'Keep the codes, then tick the box above.'),
  already: both('이 계정은 2단계 인증을 쓰고 있습니다.', 'This account has its second step.'),
  other_account: both('다른 계정으로 로그인', 'Log in with another account'),
});
