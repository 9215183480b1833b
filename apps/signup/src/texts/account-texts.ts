import { both, defineTexts } from '@sunbeon/ui';

/** One's own account: password, second factor, PIN, sessions. */
export const accountTexts = defineTexts({
  title: both('내 계정', 'My account'),
  email: both('이메일', 'E-mail'),
  tenant: both('기관', 'Institution'),
  roles: both('맡은 일', 'Role'),
  to_work: both('업무 화면으로', 'To your work'),
  change: both('바꾸기', 'Change'),
  saving: both('저장하고 있습니다', 'Saving'),
  known_password: both('지금 비밀번호', 'Present password'),
  known_wrong: both('지금 비밀번호가 맞지 않습니다.', 'The present password is wrong.'),

  password_title: both('비밀번호', 'Password'),
  password_about: both(
    '비밀번호를 바꾸면 지금 쓰는 이 화면을 뺀 다른 곳의 로그인은 모두 끝납니다.',
    'A new password logs you out everywhere but here.',
  ),
  password_save: both('비밀번호 바꾸기', 'Change the password'),
  password_done: both('비밀번호를 바꾸었습니다.', 'Your password is changed.'),

  factor_title: both('2단계 인증', 'Second step'),
  factor_on: both('켜져 있습니다. 남은 복구 코드 {n}개', 'On. {n} recovery codes left'),
  factor_few: both(
    '복구 코드가 얼마 남지 않았습니다. 새로 받아 두십시오.',
    'Few recovery codes are left. Get new ones.',
  ),
  factor_off: both(
    '꺼져 있습니다. 켜 두면 비밀번호가 새어 나가도 계정을 지킬 수 있습니다.',
    'Off. Turned on, it keeps your account safe even if the password leaks.',
  ),
  factor_required: both(
    '맡은 일에 따라 반드시 써야 하므로 끌 수 없습니다.',
    'Your role requires it; it cannot be turned off.',
  ),
  factor_begin: both('2단계 인증 켜기', 'Turn on'),
  factor_renew: both('새 복구 코드 받기', 'Get new recovery codes'),
  factor_renew_about: both(
    '새 복구 코드를 받으면 전에 받은 코드는 쓸 수 없습니다.',
    'Your old recovery codes will no longer work.',
  ),
  factor_stop: both('2단계 인증 끄기', 'Turn off'),
  factor_done: both('2단계 인증을 켰습니다.', 'The second step is on.'),
  factor_stopped: both('2단계 인증을 껐습니다.', 'The second step is off.'),
  code: both('인증 앱의 숫자 6자리 또는 복구 코드', 'Code of your app, or a recovery code'),
  code_wrong: both('숫자나 코드가 맞지 않거나 이미 쓴 것입니다.', 'The code is wrong or was used already.'),
  code_missing: both('인증 앱의 숫자를 입력해 주십시오.', 'Enter the code of your app.'),

  pin_title: both('창구 교대용 PIN', 'PIN for taking over a counter'),
  pin_about: both(
    '다른 담당자가 로그인한 창구에서 여섯 자리 숫자만으로 교대할 수 있습니다.',
    'Take over a counter where a colleague is logged in, with six digits.',
  ),
  pin_none: both('아직 정하지 않았습니다.', 'Not set yet.'),
  pin_set: both('정해져 있습니다.', 'Set.'),
  pin_locked: both(
    '다섯 번 틀려 잠겼습니다. 비밀번호로 다시 로그인하거나 PIN을 새로 정하면 풀립니다.',
    'Locked after five wrong attempts. Log in with your password or set a new one.',
  ),
  pin: both('새 PIN (숫자 6자리)', 'New PIN (six digits)'),
  pin_rule: both(
    '같은 숫자나 이어지는 숫자, 생년월일처럼 쉬운 것은 쓸 수 없습니다.',
    'No repeated or running digits, no birthdays.',
  ),
  pin_wrong_form: both('숫자 여섯 자리를 입력해 주십시오.', 'Enter six digits.'),
  pin_weak: both('짐작하기 쉬운 PIN입니다. 다르게 정해 주십시오.', 'This PIN is easy to guess. Choose another.'),
  pin_save: both('PIN 정하기', 'Set the PIN'),
  pin_remove: both('PIN 없애기', 'Remove the PIN'),
  pin_done: both('PIN을 정했습니다.', 'Your PIN is set.'),
  pin_removed: both('PIN을 없앴습니다.', 'Your PIN is removed.'),

  sessions_title: both('로그인한 곳', 'Where you are logged in'),
  sessions_about: both(
    '모르는 곳이 있으면 로그아웃하고 비밀번호를 바꾸십시오.',
    'If you do not know one of these, end it and change your password.',
  ),
  session_this: both('지금 이 화면', 'This one'),
  session_counter: both('창구 교대(PIN)', 'Counter, by PIN'),
  session_sso: both('통합 로그인', 'Single sign-on'),
  session_used: both('마지막 사용 {when}', 'last used {when}'),
  session_began: both('로그인 {when}', 'since {when}'),
  session_unknown: both('알 수 없는 프로그램', 'Unknown program'),
  session_end: both('로그아웃', 'Log out'),
  session_end_of: both('{program} 로그아웃', 'Log {program} out'),
  sessions_end_others: both('다른 곳 모두 로그아웃', 'Log out everywhere else'),
  session_ended: both('로그아웃했습니다.', 'Logged out.'),
  sessions_ended: both('다른 곳 {n}곳에서 로그아웃했습니다.', 'Logged out of {n} other places.'),
  sessions_alone: both('다른 곳에는 로그인되어 있지 않습니다.', 'You are logged in nowhere else.'),
});
