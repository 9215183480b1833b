import { both, defineTexts } from '@sunbeon/ui';

/** The first steps of a new institution: what, and in one sentence why. */
export const firstRunTexts = defineTexts({
  title: both('처음 준비할 일', 'First steps'),
  help: both(
    '민원실을 열기까지 할 일입니다. {n}가지 가운데 {done}가지를 마쳤습니다.',
    'Until your hall opens: {done} of {n} done.',
  ),
  done: both('마침', 'Done'),
  next: both('다음 할 일', 'Next'),
  aside: both('나중에 보기', 'Put aside'),
  back: both('처음 준비할 일 {n}가지 남음: 다시 보기', '{n} first steps left: show them'),
  office: both('민원실 만들기', 'Make the office'),
  office_why: both(
    '업무시간과 업무, 창구가 모두 민원실에 속합니다.',
    'Hours, services and counters belong to an office.',
  ),
  services: both('업무를 창구에 맡기기', 'Give services to counters'),
  services_why: both(
    '맡은 창구가 없는 업무는 번호표를 뽑아도 부를 곳이 없습니다.',
    'Without a counter nobody calls its tickets.',
  ),
  counters: both('창구 정하기', 'Set up counters'),
  counters_why: both('창구마다 맡을 업무와 부르는 순서를 정합니다.', 'Each has its services in order of preference.'),
  people: both('담당자 초대', 'Invite people'),
  people_why: both(
    '담당자마다 자기 계정으로 호출해야 기록이 남습니다.',
    'With accounts of their own it is known who called.',
  ),
  second_factor: both('내 2단계 인증 설정', 'Set up your second factor'),
  second_factor_why: both(
    '관리자 계정은 비밀번호만으로 지킬 수 없습니다.',
    'A password alone does not protect an owner.',
  ),
  kiosk: both('번호표 발권기 등록', 'Pair a kiosk'),
  kiosk_why: both(
    '현관의 발권기에 등록 코드를 입력하면 바로 쓸 수 있습니다.',
    'Type the pairing code at the kiosk by the door.',
  ),
  ticket: both('첫 번호표 뽑기', 'Draw the first ticket'),
  ticket_why: both('발권기에서 한 장 뽑아 창구에서 불러 보십시오.', 'Draw one at the kiosk and call it at a counter.'),
});
