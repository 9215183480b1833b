import { OfficeTemplate, type LocalText } from '@sunbeon/contract';
import { catalogueService, serviceGroups } from '@sunbeon/contract/catalogue';
import { t } from '@sunbeon/contract/catalogue/texts';
import { z } from 'zod';

/**
 * The demo office: the integrated hall of a district office as product.md tells of it. Names and facts (hours, the
 * Monday night office, 84 kinds of certificates, 111 kinds of permits in three groups) are those of the model; nobody's
 * personal data is in it.
 */
const weekdays = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '18:00' }]]));

/** Where in the hall each service is: zone, and the coloured line that leads there. */
const places: Readonly<Record<string, readonly [zone: string, line: string]>> = {
  CERTIFICATES: ['A', 'blue'],
  SEAL_CERTIFICATE: ['A', 'blue'],
  ANYWHERE_DOCUMENTS: ['A', 'blue'],
  FAMILY_REGISTER: ['B', 'green'],
  MOVE_IN: ['B', 'green'],
  MARRIAGE_MOVE_IN: ['B', 'green'],
  NAME_CHANGE: ['B', 'green'],
  RESIDENT_REGISTER: ['B', 'green'],
  ID_CARD: ['B', 'green'],
  PASSPORT_APPLY: ['C', 'orange'],
  PASSPORT_COLLECT: ['C', 'orange'],
  DRIVING_PERMIT: ['C', 'orange'],
  PERMIT_FOOD_HYGIENE: ['D', 'purple'],
  PERMIT_TOURISM_SPORTS: ['D', 'purple'],
  PERMIT_FACTORY: ['D', 'purple'],
  GENERAL_RECEIPT: ['A', 'blue'],
};

const services: z.input<typeof OfficeTemplate>['services'] = Object.entries(places).map(([code, [zone, line]]) => {
  const { aliases: _, ...service } = catalogueService(code);
  return { ...service, zone, line };
});

const certificates = ['CERTIFICATES', 'SEAL_CERTIFICATE', 'ANYWHERE_DOCUMENTS', 'GENERAL_RECEIPT'];
const family = ['FAMILY_REGISTER', 'MARRIAGE_MOVE_IN', 'NAME_CHANGE', 'MOVE_IN', 'RESIDENT_REGISTER', 'ID_CARD'];
const passport = ['PASSPORT_APPLY', 'PASSPORT_COLLECT', 'DRIVING_PERMIT'];
const permits = ['PERMIT_FOOD_HYGIENE', 'PERMIT_TOURISM_SPORTS', 'PERMIT_FACTORY'];

const certificateDesk = t('제증명', 'Certificates', '各类证明', '各種証明', 'Giấy chứng nhận');
const familyDesk = t('가족관계·전입', 'Family and move-in', '家族·迁入', '家族・転入', 'Gia đình, chuyển đến');
const passportDesk = t('여권', 'Passports', '护照', '旅券', 'Hộ chiếu');
const permitDesk = t('허가민원전담', 'Permit desk', '许可专窗', '許可専担', 'Cấp phép');

const desk = (number: number, name: LocalText, codes: string[]) => ({ number: String(number), name, services: codes });

/** Fifteen counters: four for certificates, four for family and move-in, three for passports, four permit specialists. */
const counters = [
  ...[1, 2, 3, 4].map((n) => desk(n, certificateDesk, certificates)),
  ...[5, 6, 7, 8].map((n) => desk(n, familyDesk, n < 7 ? family : [...family].reverse())),
  desk(9, passportDesk, passport),
  desk(10, passportDesk, passport),
  desk(11, passportDesk, ['PASSPORT_COLLECT', 'PASSPORT_APPLY', 'DRIVING_PERMIT']),
  desk(12, permitDesk, ['PERMIT_FOOD_HYGIENE']),
  desk(13, permitDesk, ['PERMIT_FOOD_HYGIENE', 'PERMIT_TOURISM_SPORTS']),
  desk(14, permitDesk, ['PERMIT_TOURISM_SPORTS', 'PERMIT_FACTORY']),
  desk(15, permitDesk, permits),
];

/** Office `main` of the rehearsal tenant `seongdong`. */
export const seongdongOffice: OfficeTemplate = OfficeTemplate.parse({
  slug: 'main',
  name: t(
    '성동구 종합민원실',
    'Seongdong-gu Civil Affairs Office',
    '城东区综合民愿室',
    '城東区総合民願室',
    'Văn phòng dân sự tổng hợp Seongdong-gu',
  ),
  address: '서울특별시 성동구 고산자로 270',
  zone: 'Asia/Seoul',
  hours: {
    week: weekdays,
    night: { '1': [{ from: '18:00', to: '20:00' }] },
    lunchTurns: [
      { span: { from: '11:30', to: '12:30' }, counters: ['1', '3', '5', '7', '9', '12', '14'] },
      { span: { from: '12:30', to: '13:30' }, counters: ['2', '4', '6', '8', '10', '11', '13', '15'] },
    ],
    issueBeforeMinutes: 20,
    issueStopMinutes: 0,
    holidays: 'KR',
  },
  calling: {
    order: 'first_come',
    priorityPerRegular: 2,
    longestWaitMinutes: 60,
    callsBeforeNoShow: 2,
    graceMinutes: 30,
    reinstateAfter: 3,
  },
  overflow: { from: 900, to: 999 },
  groups: serviceGroups.filter(({ code }) => services.some(({ group }) => group === code)),
  services,
  counters,
  zones: [
    {
      code: 'A',
      name: t('가 구역', 'Zone A', 'A区', 'Aゾーン', 'Khu A'),
      color: '#256ef4',
      colorName: t('파란색 선', 'blue line', '蓝线', '青い線', 'vạch xanh dương'),
    },
    {
      code: 'B',
      name: t('나 구역', 'Zone B', 'B区', 'Bゾーン', 'Khu B'),
      color: '#228738',
      colorName: t('초록색 선', 'green line', '绿线', '緑の線', 'vạch xanh lá'),
    },
    {
      code: 'C',
      name: t('다 구역', 'Zone C', 'C区', 'Cゾーン', 'Khu C'),
      color: '#c45500',
      colorName: t('주황색 선', 'orange line', '橙线', 'オレンジの線', 'vạch cam'),
    },
    {
      code: 'D',
      name: t('라 구역', 'Zone D', 'D区', 'Dゾーン', 'Khu D'),
      color: '#7a3db8',
      colorName: t('보라색 선', 'purple line', '紫线', '紫の線', 'vạch tím'),
    },
  ],
  announcements: [
    t(
      '매주 월요일은 오후 8시까지 야간민원실을 운영합니다.',
      'Open until 8 p.m. on Mondays.',
      '每周一开放至晚上8点。',
      '毎週月曜日は午後8時まで開いています。',
      'Thứ Hai mở cửa đến 20 giờ.',
    ),
    t(
      '등·초본 등 84종은 청사 밖 무인민원발급기에서 24시간 발급받으실 수 있습니다.',
      'The machine outside issues 84 kinds of certificates around the clock.',
      '室外自助机24小时可办理84种证明。',
      '屋外の無人発行機で84種の証明書を24時間発行できます。',
      'Máy bên ngoài cấp 84 loại giấy tờ suốt 24 giờ.',
    ),
  ],
  // Drawn by tools/slides, shipped with the display app.
  media: [
    ['office', '성동구 종합민원실 안내'],
    ['night', '월요일 야간 민원실'],
    ['kiosk', '무인민원발급기 84종'],
    ['onestop', '혼인신고와 전입신고를 한 번에'],
    ['passport', '여권 온라인 재발급'],
  ].map(([name, title = '']) => ({ kind: 'image' as const, src: `/media/${name}.svg`, seconds: 12, title })),
});
