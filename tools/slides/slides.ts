import { box, color, fact, frame, lines, pictogram, text } from './drawing.ts';

/** The demo's slides by file name. Facts of the hall are those of docs and seed; nothing here promises more. */
export const slides: Readonly<Record<string, { title: string; draw: () => string }>> = {
  office: { title: '성동구 종합민원실 안내', draw: office },
  night: { title: '월요일 야간 민원실', draw: night },
  kiosk: { title: '무인민원발급기 84종', draw: kiosk },
  onestop: { title: '혼인신고와 전입신고를 한 번에', draw: onestop },
  passport: { title: '여권 온라인 재발급', draw: passport },
};

const ticket =
  '<path d="M18 22h64v18a10 10 0 0 0 0 20v18H18V60a10 10 0 0 0 0-20z"/><path d="M38 40h24M38 52h24M38 64h14"/>';
const moon =
  '<path d="M66 64A32 32 0 0 1 36 18a34 34 0 1 0 46 46 32 32 0 0 1-16 0z"/><path d="M72 16v12M66 22h12M86 38v8M82 42h8"/>';
const machine =
  '<path d="M26 8h48v84H26z"/><path d="M34 16h32v28H34zM36 54h6M47 54h6M58 54h6M36 64h6M47 64h6M58 64h6M34 78h32"/>';
const couple =
  '<circle cx="33" cy="30" r="12"/><circle cx="67" cy="30" r="12"/><path d="M12 84V70a18 18 0 0 1 18-18h6a18 18 0 0 1 14 7 18 18 0 0 1 14-7h6a18 18 0 0 1 18 18v14z"/>';
const house = '<path d="M14 48 50 16l36 32M24 42v42h52V42M42 84V60h16v24"/>';
const booklet =
  '<path d="M24 8h48a6 6 0 0 1 6 6v72a6 6 0 0 1-6 6H24z"/><circle cx="51" cy="42" r="16"/><path d="M35 42h32M51 26c-10 10-10 22 0 32M51 26c10 10 10 22 0 32M38 74h26"/>';

/** A step of a row: number in a circle, pictogram, name. */
function step(x: number, number: string, path: string, name: string): string {
  return [
    box(x, 560, 420, 370, { fill: color.primarySoft }),
    `<circle cx="${x + 62}" cy="622" r="36" fill="${color.primary}"/>`,
    text(x + 62, 638, number, { size: 44, bold: true, fill: color.white, anchor: 'middle' }),
    pictogram(x + 110, 590, 210, path, color.primary),
    text(x + 210, 886, name, { size: 58, bold: true, anchor: 'middle' }),
  ].join('\n');
}

function office(): string {
  const way = ['M1150 890H1680V640', 'M1150 850H1440V640', 'M1150 810H1210V640'];
  const colors = [color.yellow, color.green, color.primaryMid];
  const body = [
    fact(96, 590, '번호표는 한 곳에서', '정문 앞 발권기에서 업무를 고르십시오.'),
    fact(96, 744, '길은 바닥의 색 선으로', '번호표에 적힌 색의 유도선을 따라가십시오.'),
    box(1100, 120, 724, 820, { fill: color.primarySoft }),
    ...way.map((path, index) => {
      return `<path d="${path}" fill="none" stroke="${colors[index]}" stroke-width="18" stroke-linejoin="round" stroke-linecap="round"/>`;
    }),
    ...[
      [1130, 530, '제증명'],
      [1352, 530, '가족관계'],
      [1574, 530, '여권'],
    ].map(([x, y, name]) => {
      const [left, top] = [Number(x), Number(y)];
      return (
        box(left, top, 210, 100, { stroke: color.primary, radius: 16 }) +
        text(left + 105, top + 66, String(name), { size: 44, bold: true, anchor: 'middle' })
      );
    }),
    pictogram(1140, 150, 270, ticket, color.primary),
    text(1430, 258, '번호표 한 장으로', { size: 46, bold: true, fill: color.primary }),
    text(1430, 322, '모든 업무', { size: 46, bold: true, fill: color.primary }),
  ];
  return frame(
    '이용 안내',
    ['성동구 종합민원실에', '오신 것을 환영합니다'],
    '평일 09:00–18:00, 월요일은 20:00까지',
    body.join('\n'),
  );
}

function night(): string {
  const body = [
    box(96, 590, 940, 340, { fill: color.primarySoft }),
    text(146, 668, '매주 월요일', { size: 56, bold: true, fill: color.primary }),
    text(142, 846, '18:00–20:00', { size: 148, bold: true, fill: color.primary }),
    box(1130, 120, 694, 810, { fill: '#052561' }),
    pictogram(1240, 190, 470, moon, color.white, 4),
    lines(1477, 770, ['퇴근하신 뒤에도', '천천히 오십시오'], {
      size: 64,
      bold: true,
      fill: color.white,
      anchor: 'middle',
    }),
  ];
  return frame(
    '야간 운영',
    ['월요일에는', '저녁 8시까지'],
    '낮에 오시기 어려운 분을 위해 야간 민원실을 엽니다.',
    body.join('\n'),
  );
}

function kiosk(): string {
  const body = [
    fact(96, 590, '번호표 없이 바로', '옥외 발급기는 밤과 휴일에도 이용하실 수 있습니다.'),
    fact(96, 762, '법인 등기사항증명서', '법원전용 무인민원발급기에서 발급합니다.'),
    box(1240, 120, 584, 810, { fill: color.primarySoft }),
    pictogram(1342, 150, 380, machine, color.primary, 4),
    text(1532, 740, '84종', { size: 190, bold: true, fill: color.primary, anchor: 'middle' }),
    text(1532, 840, '24시간 발급', { size: 66, bold: true, anchor: 'middle' }),
  ];
  return frame(
    '무인민원발급기',
    ['증명서는 기다리지 말고', '발급기에서'],
    '주민등록표 등·초본을 비롯한 84종을 발급합니다.',
    body.join('\n'),
  );
}

function onestop(): string {
  const plus = (x: number, sign: string) =>
    text(x, 790, sign, { size: 120, bold: true, fill: color.primaryMid, anchor: 'middle' });
  const body = [
    step(96, '1', couple, '혼인신고'),
    plus(592, '+'),
    step(668, '2', house, '전입신고'),
    plus(1164, '='),
    box(1240, 560, 584, 370, { fill: color.primary }),
    pictogram(1432, 586, 200, ticket, color.white),
    text(1532, 860, '번호표 한 장', { size: 76, bold: true, fill: color.white, anchor: 'middle' }),
  ];
  return frame(
    '원스톱 민원',
    ['혼인신고와 전입신고를', '한 번에'],
    '발권기에서 ‘혼인신고 + 전입신고’를 고르시면 이어서 처리해 드립니다.',
    body.join('\n'),
  );
}

function passport(): string {
  const body = [
    fact(96, 590, '이런 분이 신청하실 수 있습니다', '전자여권을 발급받은 적이 있는 18세 이상'),
    fact(96, 762, '찾으실 때만 오십시오', '신분증과 기존 여권을 가지고 직접 찾으셔야 합니다.'),
    box(1240, 120, 584, 810, { fill: color.greenSoft }),
    pictogram(1332, 160, 400, booklet, color.green, 4),
    text(1532, 700, '정부24', { size: 110, bold: true, fill: color.green, anchor: 'middle' }),
    lines(1532, 800, ['‘여권 재발급’ 신청', '방문은 한 번만'], { size: 58, bold: true, anchor: 'middle' }),
  ];
  return frame(
    '여권',
    ['여권 재발급,', '집에서 신청하십시오'],
    '사진 파일을 준비하여 온라인으로 신청하실 수 있습니다.',
    body.join('\n'),
  );
}
