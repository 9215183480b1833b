import type { ProblemCode } from '@sunbeon/contract';
import { both } from './both.ts';
import { defineTexts } from './texts.ts';

/**
 * Why something was refused, one sentence per code of the contract's table; what stays true is said beside it
 * (explain-error.ts). A code without a sentence does not compile.
 */
export const problemTexts = defineTexts({
  validation: both('입력한 내용이 형식에 맞지 않습니다.', 'What was entered does not have the right form.'),
  malformed_json: both('요청의 형식이 잘못되었습니다.', 'The request was malformed.'),
  body_too_large: both('보낸 내용이 너무 깁니다.', 'What was sent is too long.'),
  unsupported_media_type: both('요청의 형식이 잘못되었습니다.', 'The request was malformed.'),
  not_found: both(
    '해당 번호표나 창구를 찾을 수 없습니다. 이미 끝났거나 없어졌을 수 있습니다.',
    'This ticket or counter was not found. It may be over or gone.',
  ),
  method_not_allowed: both('서버가 이 요청을 받지 않습니다.', 'The server does not take this request.'),
  idempotency_key_required: both('요청에 필요한 확인 번호가 빠졌습니다.', 'The request lacks its key.'),
  idempotency_key_reused: both('같은 확인 번호로 다른 요청을 보냈습니다.', 'Another request came under the same key.'),
  too_many_requests: both(
    '요청이 너무 많습니다. 잠시 뒤에 다시 해 주십시오.',
    'Too many requests. Please try again in a moment.',
  ),
  unauthenticated: both('로그인이 끝났습니다. 다시 로그인해 주십시오.', 'You are logged out. Please log in again.'),
  bad_credentials: both('이메일 또는 비밀번호가 맞지 않습니다.', 'The e-mail or the password is wrong.'),
  second_factor_required: both('인증 앱의 코드를 입력해 주십시오.', 'Enter the code of your authenticator app.'),
  bad_code: both(
    '코드가 맞지 않거나 이미 쓴 코드입니다. 새 코드를 입력해 주십시오.',
    'The code is wrong or was used already. Enter a new one.',
  ),
  challenge_over: both(
    '코드를 입력할 시간이 지났습니다. 처음부터 다시 로그인해 주십시오.',
    'The time for the code is over. Please log in again from the start.',
  ),
  second_factor_needed: both(
    '이 계정은 2단계 인증을 먼저 설정해야 합니다.',
    'This account must set up a second factor first.',
  ),
  second_factor_mandatory: both(
    '이 계정은 2단계 인증을 해제할 수 없습니다.',
    'This account must keep its second factor.',
  ),
  second_factor_set: both('이미 2단계 인증을 쓰고 있습니다.', 'This account has a second factor already.'),
  second_factor_missing: both('2단계 인증을 쓰고 있지 않습니다.', 'This account has no second factor.'),
  password_common: both(
    '널리 알려진 비밀번호입니다. 다른 비밀번호로 정해 주십시오.',
    'This password is one of those that are tried first. Please choose another.',
  ),
  password_personal: both(
    '비밀번호에 이메일, 이름, 기관 이름을 쓸 수 없습니다.',
    'A password must not hold your e-mail, your name or your institution.',
  ),
  password_reused: both(
    '최근에 쓴 비밀번호 3개와 다르게 정해 주십시오.',
    'This is one of your last three passwords. Please choose another.',
  ),
  link_invalid: both(
    '주소가 맞지 않거나 이미 썼거나 기한이 지났습니다.',
    'This link is wrong, was used already or has expired.',
  ),
  pin_wrong: both('PIN이 맞지 않습니다.', 'The PIN is wrong.'),
  pin_locked: both(
    'PIN을 여러 번 틀려 잠겼습니다. 비밀번호로 로그인하면 다시 쓸 수 있습니다.',
    'The PIN is locked after wrong tries. It can be used again after a log-in with the password.',
  ),
  pin_weak: both(
    '추측하기 쉬운 PIN입니다. 같은 숫자, 이어지는 숫자, 생년월일은 쓸 수 없습니다.',
    'This PIN is too easy to guess: no repeated digits, no runs, no dates of birth.',
  ),
  last_owner: both(
    '관리자가 한 명은 남아 있어야 합니다. 다른 관리자를 먼저 정해 주십시오.',
    'An institution keeps at least one administrator. Please appoint another one first.',
  ),
  forbidden: both(
    '이 일을 할 권한이 없습니다. 권한은 관리자가 바꿀 수 있습니다.',
    'You may not do this. An administrator can change your permissions.',
  ),
  pairing_code_invalid: both('등록 코드가 맞지 않거나 시간이 지났습니다.', 'The pairing code is wrong or too old.'),
  device_revoked: both('이 기기의 등록이 해제되었습니다.', 'This device is no longer registered.'),
  tenant_inactive: both(
    '이 기관은 지금 이용할 수 없습니다. 운영자에게 문의해 주십시오.',
    'This institution is not active. Please ask the operator.',
  ),
  sso_only: both(
    '이 기관은 통합 로그인(SSO)만 사용합니다. 통합 로그인으로 로그인해 주십시오.',
    'This institution uses single sign-on only. Please log in with it.',
  ),
  sso_unavailable: both(
    '지금은 기관의 통합 로그인(SSO)에 연결할 수 없습니다. 잠시 뒤에 다시 하거나 관리자에게 문의해 주십시오.',
    'The single sign-on of your institution cannot be reached now. Please try again later or ask your administrator.',
  ),
  sso_refused: both(
    '통합 로그인(SSO)을 확인하지 못했습니다. 처음부터 다시 로그인해 주십시오.',
    'The single sign-on could not be verified. Please log in again from the start.',
  ),
  sso_no_account: both(
    '이 통합 로그인(SSO) 계정에 연결된 담당자가 없습니다. 관리자에게 계정 등록을 요청해 주십시오.',
    'Nobody here belongs to this single sign-on account. Please ask your administrator to add you.',
  ),
  signup_closed: both(
    '여기에서는 이용 신청을 받지 않습니다. 운영자에게 문의해 주십시오.',
    'Nobody can sign up here. Please ask the operator.',
  ),
  terms_outdated: both(
    '이용약관이 바뀌었습니다. 새 약관을 확인하고 다시 동의해 주십시오.',
    'The terms have changed. Please read and agree to the present ones.',
  ),
  plan_limit: both(
    '이용 중인 요금제의 한도에 이르러 더 만들 수 없습니다. 운영자에게 한도 변경을 요청해 주십시오.',
    'The plan does not allow more of these. Please ask the operator for a larger plan.',
  ),
  status_not_allowed: both(
    '기관의 지금 상태에서는 할 수 없는 일입니다. 상태를 다시 확인해 주십시오.',
    'The status of the institution does not allow this. Please look at it again.',
  ),
  office_closed: both('지금은 업무 시간이 아닙니다.', 'The office is closed now.'),
  not_yet_issuing: both('아직 번호표를 발급하는 시간이 아닙니다.', 'Tickets are not given out yet.'),
  quota_reached: both(
    '이 업무의 오늘 번호표가 모두 나갔습니다.',
    'All tickets of this service have been given out for today.',
  ),
  issuing_stopped: both(
    '이 업무는 번호표 발급을 잠시 멈추었습니다.',
    'Giving out tickets is stopped for this service.',
  ),
  service_unknown: both('이 민원실에 없는 업무입니다.', 'The office has no such service.'),
  add_on_unknown: both('이 업무에 없는 부가 업무입니다.', 'The service has no such add-on.'),
  phone_not_allowed: both('이 기관은 전화번호를 받지 않습니다.', 'This institution does not take phone numbers.'),
  consent_required: both(
    '동의 문구가 그 사이 바뀌었습니다. 화면을 새로 열어 주십시오.',
    'The consent text has changed meanwhile. Please open the screen again.',
  ),
  consent_missing: both('동의 문구를 먼저 입력해 주십시오.', 'Please write the consent text first.'),
  print_taken: both('이미 프린터로 보낸 번호표입니다.', 'This ticket was sent to the printer already.'),
  print_over: both('이미 결과가 확인된 출력입니다.', 'What became of this print is known already.'),
  no_printer: both('이 기기에는 번호표 프린터가 없습니다.', 'This device has no ticket printer.'),
  printer_not_allowed: both(
    '이 주소의 프린터로는 보낼 수 없습니다. 시스템 운영자에게 문의해 주십시오.',
    'Nothing can be sent to a printer at this address. Please ask the operator of the system.',
  ),
  hardware_authority: both(
    '이 민원실은 순번대기 장비에서 호출합니다. 장비에서 처리해 주십시오.',
    'Calls of this office are made on its ticket hardware. Please use the hardware.',
  ),
  move_not_allowed: both(
    '번호표의 상태가 그 사이 바뀌어 할 수 없는 일이 되었습니다.',
    'The ticket has changed meanwhile; this can no longer be done.',
  ),
  counter_required: both('창구를 먼저 골라야 합니다.', 'Choose a counter first.'),
  counter_busy: both(
    '창구에 아직 마무리하지 않은 번호표가 있습니다. 처리 완료, 보류, 대기 복귀, 이관 가운데 하나를 먼저 해 주십시오.',
    'The counter still has a ticket. First complete it, put it on hold, put it back or transfer it.',
  ),
  counter_has_ticket: both(
    '창구에 번호표가 있습니다. 처리 완료, 보류, 대기 복귀, 이관 가운데 하나를 한 뒤에 할 수 있습니다.',
    'There is a ticket at the counter. First complete it, put it on hold, put it back or transfer it.',
  ),
  counter_closed: both('창구가 닫혀 있습니다. 창구를 먼저 열어 주십시오.', 'The counter is closed. Open it first.'),
  counter_paused: both(
    '창구가 일시중지 상태입니다. 먼저 업무를 다시 시작해 주십시오.',
    'The counter is paused. Resume it first.',
  ),
  not_this_counter: both('이 창구에 있는 번호표가 아닙니다.', 'The ticket is not at this counter.'),
  service_not_at_counter: both('이 창구에서 처리하지 않는 업무입니다.', 'This counter does not do that service.'),
  too_few_calls: both(
    '부재로 처리하려면 더 호출해야 합니다. 재호출을 먼저 해 주십시오.',
    'It must be called more often before it can be marked absent. Call again first.',
  ),
  too_late: both('할 수 있는 시간이 지났습니다.', 'The time for this is over.'),
  already_reinstated: both(
    '이미 한 번 복귀한 번호표입니다. 새 번호표를 발급해 주십시오.',
    'This ticket was brought back once already. Please issue a new one.',
  ),
  postpone_limit: both('순서를 더 미룰 수 없는 번호표입니다.', 'This ticket cannot be postponed again.'),
  transfer_nowhere: both(
    '같은 업무로는 이관할 수 없습니다. 다른 업무나 창구를 골라 주십시오.',
    'The ticket is there already. Choose another service or counter.',
  ),
  service_already_there: both('이미 이 번호표에 있는 업무입니다.', 'The ticket has this service already.'),
  unknown_priority: both('이 민원실에 없는 우선 배려 구분입니다.', 'The office knows no such priority.'),
  nothing_to_undo: both('되돌릴 일이 없습니다.', 'There is nothing to undo.'),
  undo_overtaken: both(
    '그 사이 다른 처리가 있어 되돌릴 수 없습니다.',
    'Something else happened since; it cannot be undone.',
  ),
  counter_open: both('이미 열려 있는 창구입니다.', 'The counter is open already.'),
  counter_idle: both('창구에 번호표가 없습니다.', 'The counter has no ticket.'),
  counter_working: both('쉬고 있는 창구가 아닙니다.', 'Nobody is on a break at this counter.'),
  call_back_missing: both(
    '이 창구의 복귀 요청은 이미 끝났습니다.',
    'Nobody asks to come back to this counter any more.',
  ),
  counter_taken: both('다른 담당자가 이 창구를 맡고 있습니다.', 'Another person works at this counter.'),
  clock_is_real: both('연습용 기관에서만 할 수 있습니다.', 'Only a rehearsal institution can do this.'),
  slug_taken: both('이미 쓰고 있는 주소입니다.', 'This address is taken.'),
  changed_meanwhile: both(
    '그사이 다른 사람이 이 내용을 바꾸었습니다. 바뀐 내용을 확인한 뒤 다시 저장해 주십시오.',
    'Somebody else changed this meanwhile. Please look at the change and save again.',
  ),
  media_full: both(
    '미디어 보관함이 가득 찼습니다. 쓰지 않는 파일을 지운 뒤 다시 올려 주십시오.',
    'The media library is full. Delete files that are not used, then upload again.',
  ),
  media_unusable: both(
    '화면에 띄울 수 없는 파일입니다. 손상되지 않은 JPEG, PNG, WebP 사진이나 MP4, WebM 동영상을 올려 주십시오.',
    'This file cannot be shown. Upload a whole JPEG, PNG or WebP picture, or an MP4 or WebM film.',
  ),
  in_use: both('아직 쓰고 있어 보관할 수 없습니다.', 'This is still in use and cannot be archived.'),
  numbers_used_today: both(
    '오늘 이 범위의 번호표가 이미 나갔습니다. 다른 범위로 정하거나 다음 영업일 첫 번호표가 나가기 전에 바꿔 주십시오.',
    'Numbers of this range were given out today. Choose another range, or change it before the first ticket of the next business day.',
  ),
  conflict: both('저장된 내용과 맞지 않습니다.', 'This contradicts what is stored.'),
  file_unreadable: both(
    '읽을 수 없는 파일입니다. CSV 또는 엑셀(.xlsx) 파일을 보내 주십시오.',
    'This file cannot be read. Please send CSV or Excel (.xlsx).',
  ),
  file_too_long: both(
    '한 번에 2,000행까지 가져올 수 있습니다. 파일을 나누어 주십시오.',
    'At most 2,000 rows are taken at once. Please split the file.',
  ),
  import_faulty: both(
    '잘못된 행이 있거나 바뀔 내용이 없습니다. 아무것도 반영하지 않았습니다.',
    'Some rows are wrong, or nothing would change. Nothing was taken.',
  ),
  notification_text_faulty: both(
    '이대로는 보낼 수 없는 문구입니다. 표시한 곳을 확인해 주십시오.',
    'This text cannot be sent as it is. Check the marked fields.',
  ),
  tenant_required: both('기관을 골라야 합니다.', 'Name the institution.'),
  tenant_not_closed: both('종료된 기관만 삭제할 수 있습니다.', 'Only a closed institution can be erased.'),
  export_not_ready: both(
    '자료 묶음이 아직 준비되지 않았거나 보관 기간이 지났습니다.',
    'The archive is not there yet, or no longer kept.',
  ),
  export_code_invalid: both(
    '내려받기 코드가 맞지 않거나 이미 쓰였습니다.',
    'The download code is wrong, or was used already.',
  ),
  unavailable: both(
    '서버가 아직 준비되지 않았습니다. 잠시 뒤에 다시 해 주십시오.',
    'The server is not ready. Please try again in a moment.',
  ),
  internal: both('서버에 문제가 생겼습니다.', 'The server has a fault.'),
});

problemTexts satisfies Record<ProblemCode, unknown>;
