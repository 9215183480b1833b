/** Terms that whoever signs up agrees to. A change of the text is a new version; the version agreed to is kept. */
export const terms = {
  version: '2026-11',
  ko: [
    '1. 순번은 민원실의 번호표 발급, 호출, 대기현황 공개를 돕는 서비스입니다. 신청하는 분은 그 기관을 대신하여 신청할 권한이 있어야 합니다.',
    '2. 이용은 운영자의 승인을 받아 시작하며, 시범 이용 기간과 요금제의 한도는 신청 화면과 관리 화면에 표시합니다. 한도를 넘어도 열려 있는 민원실의 업무는 그날 멈추지 않습니다.',
    '3. 민원인의 이름과 주민등록번호는 받지 않습니다. 휴대전화번호는 기관이 순번 알림을 쓰도록 정한 때에만 동의를 받아 암호화하여 보관하고, 그날 업무가 끝나면 지웁니다.',
    '4. 신청할 때 적은 연락하실 분의 이름, 전자우편, 전화번호는 신청 심사와 이용 안내에만 쓰며 암호화하여 보관합니다. 전자우편을 확인하지 않은 신청은 7일 뒤에 지웁니다.',
    '5. 기관의 자료는 기관의 것입니다. 이용을 마칠 때 전부 내려받을 수 있고, 이용이 끝난 뒤에는 지우고 그 증명을 남깁니다.',
    '6. 기관은 계정과 기기를 안전하게 관리하고, 직원의 권한을 업무에 맞게 줍니다. 중요한 변경과 개인정보 열람은 기록에 남습니다.',
  ].join('\n'),
  en: [
    '1. Sunbeon gives out and calls tickets of civil-affairs offices and publishes their waits. Whoever signs up must be entitled to do so for the institution.',
    '2. Use begins with the approval of the operator. The trial period and the limits of the plan are shown when signing up and in the console. Going over a limit does not stop a hall that is open on that day.',
    '3. Names and resident numbers of visitors are not taken. Phone numbers are taken only where the institution turned notices on, with consent, encrypted, and deleted at the end of the day.',
    '4. Name, e-mail and phone number of the contact person serve the application and information about the service only, and are kept encrypted. A sign-up whose e-mail is not confirmed is deleted after 7 days.',
    '5. The data of an institution is its own. It can be taken out whole, and is erased with a certificate after the end.',
    '6. The institution looks after its accounts and devices and gives permissions as the work needs them. Changes that matter and reads of personal data are recorded.',
  ].join('\n'),
} as const;
