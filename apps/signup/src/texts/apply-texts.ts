import { both, defineTexts } from '@sunbeon/ui';

/** Sign-up of an institution, up to its first password. */
export const applyTexts = defineTexts({
  title: both('이용 신청', 'Sign up your institution'),
  about: both(
    '신청에서 첫 번호표까지 10분이면 됩니다. 설치할 것은 없고, 인터넷이 되는 컴퓨터와 휴대전화만 있으면 됩니다.',
    'Ten minutes from here to your first ticket. Nothing to install: a computer with internet and a phone will do.',
  ),
  trial: both('{days}일 동안 시험 운영할 수 있습니다.', 'You can try it for {days} days.'),
  way: both('이렇게 진행됩니다', 'What happens next'),
  way_mail: both('이용 신청과 메일 확인', 'Sign up and confirm your e-mail'),
  way_password: both('비밀번호와 2단계 인증 설정', 'Choose a password and set up the second step'),
  way_approval: both(
    '운영자 승인 (기다리는 동안에도 준비는 계속할 수 있습니다)',
    'Approval by the operator (you can prepare everything meanwhile)',
  ),
  way_office: both('민원실의 업무, 창구, 운영시간 정하기', 'Services, counters and hours of your office'),
  way_ticket: both('발권기 연결, 첫 번호표 뽑기', 'Connect a kiosk and draw the first ticket'),
  off: both(
    '지금은 이용 신청을 받지 않습니다. 운영자에게 문의해 주십시오.',
    'Sign-up is closed at present. Please ask the operator.',
  ),
  have_account: both('이미 계정이 있으시면 로그인해 주십시오.', 'If you have an account, log in.'),

  part_tenant: both('기관', 'Institution'),
  name: both('기관명', 'Name'),
  name_hint: both('예: 성동구청, 담양군청, 성수1가제1동 주민센터', 'For example: Seongdong-gu Office'),
  name_missing: both('기관명을 입력해 주십시오.', 'Enter the name of your institution.'),
  province: both('시·도', 'Province or city'),
  district: both('시·군·구', 'District'),
  choose: both('고르기', 'Choose'),
  other_district: both('목록에 없음 (코드 직접 입력)', 'Not listed (enter the code)'),
  area_missing: both('관할 지역을 골라 주십시오.', 'Choose the district.'),
  area_code: both('행정기관코드(법정동코드 10자리)', 'Area code (10 digits)'),
  area_code_hint: both(
    '시·군·구의 코드입니다. 앞 다섯 자리 뒤에 0이 다섯 개 붙습니다. 예: 1120000000',
    'The code of the district: five digits and five zeros, such as 1120000000.',
  ),
  area_code_wrong: both(
    '시·군·구의 행정기관코드 10자리를 입력해 주십시오. 예: 1120000000',
    'Enter the ten-digit code of a district, such as 1120000000.',
  ),
  area_code_is: both('행정기관코드 {code}', 'Area code {code}'),
  slug: both('영문 주소', 'Address'),
  slug_hint: both(
    '주민이 대기현황을 보는 주소가 됩니다. 영문 소문자로 시작하고 숫자와 -를 쓸 수 있습니다.',
    'Residents see your waits at this address. Lower-case letters, digits and -, beginning with a letter.',
  ),
  slug_missing: both('영문 주소를 입력해 주십시오.', 'Enter an address.'),
  slug_wrong: both(
    '영문 소문자로 시작하는 2~39자로, 영문 소문자와 숫자, -만 쓸 수 있습니다.',
    'Use 2 to 39 lower-case letters, digits or -, beginning with a letter.',
  ),
  slug_asking: both('쓸 수 있는지 확인하고 있습니다', 'Checking whether it is free'),
  slug_free: both('쓸 수 있는 주소입니다.', 'This address is free.'),
  slug_taken: both(
    '다른 기관이 이미 쓰고 있습니다. 예: {example}',
    'Another institution has it. For example: {example}',
  ),
  slug_reserved: both('시스템이 쓰는 낱말이라 쓸 수 없습니다.', 'The system itself needs this word.'),

  part_contact: both('담당자', 'Contact'),
  contact: both('이름', 'Name'),
  contact_missing: both('담당자 이름을 입력해 주십시오.', 'Enter your name.'),
  email: both('이메일', 'E-mail'),
  email_hint: both(
    '이 주소로 확인 메일을 보냅니다. 로그인할 때도 씁니다.',
    'We send a letter there to confirm it; it is also your log-in.',
  ),
  phone: both('전화번호', 'Phone'),
  phone_hint: both('운영자가 문의할 때만 씁니다.', 'Only used by the operator for questions.'),
  phone_wrong: both('숫자와 -로 입력해 주십시오. 예: 02-2286-5114', 'Digits and -, such as 02-2286-5114.'),

  part_terms: both('약관', 'Terms'),
  terms_text: both('이용약관 전문', 'Full text of the terms'),
  terms_show: both('이용약관 읽기', 'Read the terms'),
  terms_agree: both('이용약관에 동의합니다.', 'I agree to the terms.'),
  terms_missing: both('약관을 읽고 동의해 주십시오.', 'Read the terms and agree to them.'),
  terms_new: both(
    '그 사이 약관이 바뀌었습니다. 새 약관을 읽고 다시 동의해 주십시오.',
    'The terms have changed meanwhile. Read the new ones and agree again.',
  ),
  send: both('신청하고 확인 메일 받기', 'Sign up and get the letter'),
  sending: both('신청하고 있습니다', 'Signing up'),
  form_wrong: both(
    '서버가 입력한 내용을 받지 않았습니다. 표시된 항목을 고쳐 주십시오.',
    'The server did not take some entries. Please correct those marked.',
  ),
  entry_wrong: both('형식에 맞지 않습니다.', 'This does not have the right form.'),

  sent_title: both('메일을 보냈습니다', 'We have sent you a letter'),
  sent_to: both('{email} 주소로 확인 메일을 보냈습니다.', 'A letter is on its way to {email}.'),
  sent_unknown: both('입력하신 주소로 확인 메일을 보냈습니다.', 'A letter is on its way to your address.'),
  sent_next: both(
    '메일의 링크를 누르면 비밀번호를 정하고 계속하실 수 있습니다. 링크는 24시간 동안 한 번만 쓸 수 있습니다.',
    'Follow its link to choose a password and go on. The link works once, for 24 hours.',
  ),
  sent_none: both('메일이 오지 않으면', 'If nothing comes'),
  sent_spam: both('스팸함을 확인해 주십시오.', 'Look into your spam folder.'),
  sent_minutes: both('기관의 메일 서버에 따라 몇 분이 걸릴 수 있습니다.', 'Some mail servers take a few minutes.'),
  sent_again: both('주소를 고쳐 다시 신청하기', 'Correct the address and sign up again'),

  confirm_title: both('비밀번호 정하기', 'Choose your password'),
  confirm_about: both(
    '이메일이 확인되었습니다. {name} 관리자 계정의 비밀번호를 정해 주십시오.',
    'Your e-mail is confirmed. Choose the password of the owner’s account of {name}.',
  ),
  confirm_tenant: both('기관', 'Institution'),
  confirm_address: both('영문 주소', 'Address'),
  confirm_account: both('로그인 이메일', 'Log-in'),
  confirm_slug_gone: both(
    '그 사이 다른 기관이 {slug} 주소를 쓰기 시작했습니다. 다른 주소를 정해 주십시오.',
    'Another institution took {slug} meanwhile. Choose another address.',
  ),
  confirm_send: both('비밀번호 정하고 계속하기', 'Set the password and go on'),
  confirm_working: both('계정을 만들고 있습니다', 'Making your account'),
  confirm_dead: both(
    '이미 쓴 링크이거나 24시간이 지났습니다.',
    'This link was used already or is older than 24 hours.',
  ),
  confirm_dead_used: both('비밀번호를 이미 정하셨다면', 'If you have a password already:'),
  confirm_dead_old: both('링크의 기한이 지났다면', 'If the link is too old:'),
  apply_again: both('다시 신청하기', 'Sign up again'),
  made_log_in: both(
    '계정은 만들어졌습니다. 방금 정한 비밀번호로 로그인해 주십시오.',
    'Your account is made. Log in with the password you just chose.',
  ),
});
