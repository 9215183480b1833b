import { both, defineTexts } from '@sunbeon/ui';

/** Dialogs of the desk. */
export const dialogTexts = defineTexts({
  close: both('닫기', 'Close'),
  back: both('돌아가기', 'Back'),
  optional: both('선택', 'optional'),
  gone: both('그 사이 상태가 바뀌어 창을 닫았습니다.', 'The state has changed meanwhile; the dialog was closed.'),
  // complete
  outcome: both('처리 결과', 'Outcome'),
  outcome_done: both('처리함', 'Done'),
  outcome_accepted: both('접수함 (나중에 결과 안내)', 'Accepted, result later'),
  outcome_documents: both('서류 보완 안내', 'Documents missing'),
  outcome_referred: both('다른 기관 안내', 'Referred elsewhere'),
  outcome_advice: both('상담만 함', 'Advice only'),
  note_next: both('다음 창구에 전할 말', 'Note for the next counter'),
  note_done: both('메모', 'Note'),
  // hold
  hold_text: both('{number}번을 보류하고 창구를 비웁니다.', 'Put {number} on hold and free the counter.'),
  hold_reason: both('보류 사유', 'Reason'),
  hold_form: both('서류 작성 중', 'Filling in a form'),
  hold_documents: both('서류 가지러 감', 'Fetching documents'),
  hold_payment: both('수수료 납부 중', 'Paying the fee'),
  hold_check: both('확인 대기', 'Waiting for a check'),
  // transfer
  transfer_text: both('{number}번을 어디로 이관합니까?', 'Where does {number} go?'),
  transfer_kept: both('번호와 순서는 그대로입니다.', 'Number and place are kept.'),
  to_service: both('업무로', 'To a service'),
  to_counter: both('창구로', 'To a counter'),
  search: both('찾기', 'Find'),
  search_none: both('찾는 이름이 없습니다.', 'Nothing of that name.'),
  // print again
  reprint_text: both(
    '{number}번 번호표가 ‘재발행’ 표시와 함께 한 장 더 나옵니다. 번호와 순서는 그대로입니다.',
    'Ticket {number} comes out once more, marked as a reprint. Number and place are kept.',
  ),
  reprint_where: both('어느 프린터로 보냅니까?', 'At which printer?'),
  reprint_none: both(
    '이 민원실에는 번호표를 출력할 수 있는 프린터가 없습니다.',
    'No printer of this office can print tickets.',
  ),
  reprint_send: both('출력', 'Print'),
  printer_ok: both('정상', 'Ready'),
  printer_near_end: both('용지가 얼마 남지 않음', 'Paper running low'),
  printer_paper_end: both('용지 없음', 'No paper'),
  printer_cover_open: both('덮개 열림', 'Cover open'),
  printer_gone: both('응답 없음', 'No answer'),
  // pause
  pause_text: both('창구 표시기에 자리 비움이 표시됩니다.', 'The counter’s display says that you are away.'),
  pause_text_ticket: both(
    '지금 번호표는 끝까지 처리하고, 다음 분은 부르지 않습니다.',
    'You finish the present ticket; no other is called.',
  ),
  pause_away: both('자리 비움', 'Away'),
  pause_until: both('돌아올 시각', 'Back at'),
  pause_open_end: both('정하지 않음', 'Not said'),
  pause_minutes: both('{n}분 ({time}까지)', '{n} min (until {time})'),
  pause_reason: both('사유', 'Reason'),
  pause_lunch: both('점심', 'Lunch'),
  pause_break: both('휴식', 'Break'),
  pause_meeting: both('회의', 'Meeting'),
  pause_errand: both('서류 확인', 'Checking documents'),
  reason_other: both('직접 입력', 'Other'),
  // call by number
  call_text: both('부를 번호를 입력하십시오.', 'Type the number to call.'),
  call_number: both('번호', 'Number'),
  call_none: both('기다리는 분 가운데 그 번호가 없습니다.', 'Nobody with this number is waiting.'),
  call_elsewhere: both('{number}번은 지금 {state} 상태입니다.', '{number} is now: {state}.'),
  call_not_mine: both('이 창구의 업무가 아닙니다: {service}', 'Not a service of this counter: {service}'),
  call_first: both('{number}번 호출', 'Call {number}'),
  // lists
  take_up_text: both('이어서 처리할 번호표를 고르십시오.', 'Choose the ticket to go on with.'),
  reinstate_text: both(
    '돌아오신 분의 번호를 고르십시오. {after}명 뒤에 다시 호출됩니다.',
    'Choose the visitor who came back; called again after {after} others.',
  ),
  // add service, priority, cancel
  add_text: both(
    '{number}번에 더할 업무를 고르십시오. 지금 업무 다음에 처리합니다.',
    'Choose a service to add to {number}; it comes after the present one.',
  ),
  priority_text: both(
    '{number}번의 우선 배려를 정하십시오. 사유는 화면과 번호표에 나오지 않습니다.',
    'Set the priority of {number}. The reason is never shown or printed.',
  ),
  cancel_text: both(
    '{number}번을 취소합니다. 취소한 번호는 다시 불리지 않습니다.',
    'Cancel {number}. It will not be called again.',
  ),
  cancel_reason: both('취소 사유', 'Reason'),
  // open, close, take over
  close_text: both('{counter}번 창구를 닫습니다.', 'Close counter {counter}.'),
  close_waiting: both('아직 내 업무를 {n}명이 기다리고 있습니다.', '{n} still wait for your services.'),
  close_last: both('{service}: 이 창구를 닫으면 열린 창구가 없습니다.', '{service}: no other counter is open for it.'),
  take_text: both(
    '{name} 담당자가 {counter}번 창구를 맡고 있습니다. 인수하면 그 화면에서는 더 호출할 수 없습니다.',
    '{name} works at counter {counter}. If you take it over, calls from that screen end.',
  ),
  take_text_unnamed: both(
    '다른 담당자가 {counter}번 창구를 맡고 있습니다. 인수하면 그 화면에서는 더 호출할 수 없습니다.',
    'Another person works at counter {counter}. If you take it over, calls from that screen end.',
  ),
  take_ticket: both(
    '{number}번이 창구에 있습니다. 그대로 이어서 처리합니다.',
    'Ticket {number} is there and stays with you.',
  ),
  // help
  help_text: both('소리 없이 모든 창구 화면에 알립니다.', 'All counter screens are told, silently.'),
  help_kind_help: both('도움 요청', 'Ask for help'),
  help_kind_help_hint: both('업무를 물어보거나 잠시 도움이 필요할 때', 'A question, or a hand for a moment'),
  help_kind_emergency: both('비상', 'Emergency'),
  help_kind_emergency_hint: both('폭언, 폭행, 응급 상황', 'Threats, violence, a medical emergency'),
  // keys
  keys_text: both(
    '한글 입력 상태에서도 같은 자리의 키가 작동합니다. 글을 입력하거나 창이 열려 있을 때에는 작동하지 않습니다.',
    'Keys work by their place on the keyboard. They rest while you type or a dialog is open.',
  ),
  keys_now: both('지금 할 수 있음', 'possible now'),
});
