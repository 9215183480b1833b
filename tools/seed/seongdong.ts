import { OfficeTemplate, type LocalText } from '@sunbeon/contract';
import { z } from 'zod';

/**
 * The demo office: the integrated hall of a district office as product.md tells of it. Names and facts (hours, the
 * Monday night office, 84 kinds of certificates, 111 kinds of permits in three groups) are those of the model; nobody's
 * personal data is in it.
 */
const t = (ko: string, en: string, zh: string, ja: string, vi: string): LocalText => ({ ko, en, zh, ja, vi });

const idCard = t('신분증', 'Photo ID', '身份证件', '身分証明書', 'Giấy tờ tùy thân');
const photo = t('여권용 사진 1매', 'One passport photo', '护照照片1张', 'パスポート用写真1枚', '1 ảnh hộ chiếu');
const seal = t('도장 또는 서명', 'Seal or signature', '印章或签名', '印鑑または署名', 'Con dấu hoặc chữ ký');
const lease = t('임대차계약서', 'Lease contract', '租赁合同', '賃貸借契約書', 'Hợp đồng thuê nhà');

const weekdays = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '18:00' }]]));

const services: z.input<typeof OfficeTemplate>['services'] = [
  {
    code: 'CERTIFICATES',
    group: 'certificates',
    name: t(
      '등·초본 등 제증명',
      'Resident register and certificates',
      '居民登记等各类证明',
      '住民登録謄抄本・各種証明',
      'Sổ hộ tịch và giấy chứng nhận',
    ),
    shortName: t('제증명', 'Certificates', '各类证明', '各種証明', 'Giấy chứng nhận'),
    numbers: { from: 101, to: 299 },
    targetMinutes: 4,
    limitMinutes: 15,
    zone: 'A',
    line: 'blue',
    documents: [idCard],
    guide: t(
      '등본·초본은 밖의 무인민원발급기에서 기다리지 않고 받으실 수 있습니다.',
      'The machine outside issues these without waiting.',
      '可在室外自助机上免排队办理。',
      '屋外の無人発行機なら待たずに受け取れます。',
      'Có thể nhận ngay tại máy cấp tự động bên ngoài.',
    ),
    icon: 'certificate',
  },
  {
    code: 'SEAL_CERTIFICATE',
    group: 'certificates',
    name: t(
      '인감 신고·발급',
      'Seal registration and certificate',
      '印章登记与证明',
      '印鑑登録・証明',
      'Đăng ký và cấp giấy con dấu',
    ),
    shortName: t('인감', 'Seal', '印章', '印鑑', 'Con dấu'),
    numbers: { from: 101, to: 299 },
    targetMinutes: 6,
    limitMinutes: 20,
    zone: 'A',
    line: 'blue',
    documents: [
      idCard,
      t('인감도장(신고 시)', 'Seal (to register)', '印章（登记时）', '印鑑（登録時）', 'Con dấu (khi đăng ký)'),
    ],
    icon: 'seal',
  },
  {
    code: 'ANYWHERE_DOCUMENTS',
    group: 'certificates',
    name: t('어디서나민원', 'Anywhere-issued documents', '异地民愿受理', 'どこでも民願', 'Thủ tục ở mọi nơi'),
    numbers: { from: 301, to: 399 },
    targetMinutes: 6,
    zone: 'A',
    line: 'blue',
    documents: [idCard],
    icon: 'anywhere',
  },
  {
    code: 'FAMILY_REGISTER',
    group: 'family',
    name: t('가족관계등록', 'Family register', '家族关系登记', '家族関係登録', 'Đăng ký quan hệ gia đình'),
    shortName: t('가족관계', 'Family register', '家族关系', '家族関係', 'Gia đình'),
    numbers: { from: 401, to: 499 },
    targetMinutes: 9,
    zone: 'B',
    line: 'green',
    documents: [idCard, seal],
    icon: 'family',
  },
  {
    code: 'MOVE_IN',
    group: 'family',
    name: t('전입신고', 'Move-in report', '迁入申报', '転入届', 'Khai báo chuyển đến'),
    numbers: { from: 501, to: 599 },
    targetMinutes: 7,
    zone: 'B',
    line: 'green',
    documents: [idCard, lease],
    icon: 'move',
  },
  {
    code: 'MARRIAGE_MOVE_IN',
    group: 'family',
    name: t(
      '혼인신고 + 전입신고 원스톱',
      'Marriage and move-in, one stop',
      '结婚申报＋迁入申报一站式',
      '婚姻届＋転入届ワンストップ',
      'Kết hôn + chuyển đến, một cửa',
    ),
    shortName: t('혼인+전입', 'Marriage + move-in', '结婚＋迁入', '婚姻＋転入', 'Kết hôn + chuyển đến'),
    numbers: { from: 401, to: 499 },
    targetMinutes: 14,
    zone: 'B',
    line: 'green',
    documents: [
      idCard,
      t(
        '혼인신고서(증인 2명 서명)',
        'Marriage report signed by two witnesses',
        '结婚申报书（两名证人签名）',
        '婚姻届（証人2名の署名）',
        'Tờ khai kết hôn (2 nhân chứng ký)',
      ),
      lease,
    ],
    steps: ['FAMILY_REGISTER', 'MOVE_IN'],
    icon: 'onestop',
  },
  {
    code: 'NAME_CHANGE',
    group: 'family',
    name: t(
      '개명신고 즉시처리',
      'Change of name, handled at once',
      '更名申报即办',
      '改名届 即時処理',
      'Đổi tên, xử lý ngay',
    ),
    shortName: t('개명', 'Name change', '更名', '改名', 'Đổi tên'),
    numbers: { from: 401, to: 499 },
    targetMinutes: 20,
    zone: 'B',
    line: 'green',
    documents: [
      idCard,
      t(
        '개명허가 결정등본',
        'Court decision on the change of name',
        '法院更名许可决定书',
        '改名許可決定謄本',
        'Quyết định cho phép đổi tên',
      ),
    ],
    steps: ['FAMILY_REGISTER', 'RESIDENT_REGISTER', 'ID_CARD'],
    icon: 'name',
  },
  {
    code: 'RESIDENT_REGISTER',
    group: 'family',
    name: t('주민등록 정리', 'Resident register', '居民登记变更', '住民登録の訂正', 'Sổ đăng ký cư trú'),
    numbers: { from: 501, to: 599 },
    targetMinutes: 6,
    zone: 'B',
    line: 'green',
    atKiosk: false,
  },
  {
    code: 'ID_CARD',
    group: 'family',
    name: t('주민등록증 재발급', 'ID card', '居民身份证补发', '住民登録証の再発行', 'Cấp lại thẻ căn cước'),
    numbers: { from: 501, to: 599 },
    targetMinutes: 8,
    zone: 'B',
    line: 'green',
    documents: [photo],
    icon: 'idcard',
  },
  {
    code: 'PASSPORT_APPLY',
    group: 'passport',
    name: t('여권 접수', 'Passport application', '护照申请', '旅券（パスポート）申請', 'Nộp đơn xin hộ chiếu'),
    numbers: { from: 601, to: 799 },
    targetMinutes: 8,
    zone: 'C',
    line: 'orange',
    documents: [
      idCard,
      photo,
      t(
        '기존 여권(있는 경우)',
        'Old passport, if any',
        '旧护照（如有）',
        '旧旅券（お持ちの場合）',
        'Hộ chiếu cũ (nếu có)',
      ),
    ],
    addOns: [
      {
        code: 'DRIVING_PERMIT',
        name: t(
          '국제운전면허증 함께 신청',
          'International driving permit with it',
          '同时申请国际驾照',
          '国際運転免許証も申請',
          'Kèm giấy phép lái xe quốc tế',
        ),
        minutes: 5,
      },
    ],
    icon: 'passport',
  },
  {
    code: 'PASSPORT_COLLECT',
    group: 'passport',
    name: t('여권 찾기(교부)', 'Passport collection', '领取护照', '旅券受取', 'Nhận hộ chiếu'),
    shortName: t('여권 찾기', 'Passport collection', '领取护照', '旅券受取', 'Nhận hộ chiếu'),
    numbers: { from: 801, to: 899 },
    targetMinutes: 3,
    limitMinutes: 15,
    zone: 'C',
    line: 'orange',
    documents: [idCard, t('접수증', 'Receipt', '受理单', '受付票', 'Biên nhận')],
    icon: 'collect',
  },
  {
    code: 'DRIVING_PERMIT',
    group: 'passport',
    name: t('국제운전면허증', 'International driving permit', '国际驾照', '国際運転免許証', 'Giấy phép lái xe quốc tế'),
    shortName: t('국제면허', 'Driving permit', '国际驾照', '国際免許', 'Bằng lái quốc tế'),
    numbers: { from: 601, to: 799 },
    targetMinutes: 5,
    zone: 'C',
    line: 'orange',
    documents: [idCard, photo, t('운전면허증', 'Driving licence', '驾驶证', '運転免許証', 'Giấy phép lái xe')],
    icon: 'car',
  },
  {
    code: 'PERMIT_FOOD_HYGIENE',
    group: 'permits',
    name: t(
      '허가민원: 식품·공중위생·이미용',
      'Permits: food, hygiene, hair and beauty',
      '许可民愿：食品·公共卫生·美容美发',
      '許可民願：食品・公衆衛生・理美容',
      'Cấp phép: thực phẩm, vệ sinh, làm đẹp',
    ),
    shortName: t(
      '식품·위생 허가',
      'Food and hygiene permits',
      '食品·卫生许可',
      '食品・衛生許可',
      'Phép thực phẩm, vệ sinh',
    ),
    numbers: { prefix: 'A', from: 1, to: 99 },
    targetMinutes: 18,
    limitMinutes: 40,
    zone: 'D',
    line: 'purple',
    documents: [
      idCard,
      t('영업신고서', 'Business report form', '营业申报书', '営業届出書', 'Tờ khai kinh doanh'),
      t('위생교육 수료증', 'Hygiene training certificate', '卫生教育结业证', '衛生教育修了証', 'Chứng chỉ vệ sinh'),
    ],
    guide: t(
      '57종 · 보통 1~2일 안에 처리합니다.',
      '57 kinds, usually done within 1-2 days.',
      '57种，一般1～2天内办结。',
      '57種・通常1～2日で処理します。',
      '57 loại, thường xong trong 1-2 ngày.',
    ),
    icon: 'permit',
  },
  {
    code: 'PERMIT_TOURISM_SPORTS',
    group: 'permits',
    name: t(
      '허가민원: 관광·체육·출판인쇄',
      'Permits: tourism, sports, publishing',
      '许可民愿：旅游·体育·出版印刷',
      '許可民願：観光・体育・出版印刷',
      'Cấp phép: du lịch, thể thao, xuất bản',
    ),
    shortName: t(
      '관광·체육 허가',
      'Tourism and sports permits',
      '旅游·体育许可',
      '観光・体育許可',
      'Phép du lịch, thể thao',
    ),
    numbers: { prefix: 'A', from: 101, to: 199 },
    targetMinutes: 18,
    limitMinutes: 40,
    zone: 'D',
    line: 'purple',
    documents: [idCard, t('등록신청서', 'Registration form', '登记申请书', '登録申請書', 'Đơn đăng ký')],
    guide: t(
      '39종 · 보통 1~2일 안에 처리합니다.',
      '39 kinds, usually done within 1-2 days.',
      '39种，一般1～2天内办结。',
      '39種・通常1～2日で処理します。',
      '39 loại, thường xong trong 1-2 ngày.',
    ),
    icon: 'permit',
  },
  {
    code: 'PERMIT_FACTORY',
    group: 'permits',
    name: t(
      '허가민원: 지식산업센터·공장·담배소매',
      'Permits: factories, tobacco retail',
      '许可民愿：知识产业中心·工厂·烟草零售',
      '許可民願：知識産業センター・工場・たばこ小売',
      'Cấp phép: nhà máy, bán lẻ thuốc lá',
    ),
    shortName: t(
      '공장·담배 허가',
      'Factory and tobacco permits',
      '工厂·烟草许可',
      '工場・たばこ許可',
      'Phép nhà máy, thuốc lá',
    ),
    numbers: { prefix: 'A', from: 201, to: 299 },
    targetMinutes: 20,
    limitMinutes: 40,
    zone: 'D',
    line: 'purple',
    documents: [idCard, t('신청서', 'Application form', '申请书', '申請書', 'Đơn đăng ký')],
    guide: t(
      '15종 · 보통 1~2일 안에 처리합니다.',
      '15 kinds, usually done within 1-2 days.',
      '15种，一般1～2天内办结。',
      '15種・通常1～2日で処理します。',
      '15 loại, thường xong trong 1-2 ngày.',
    ),
    icon: 'permit',
  },
  {
    code: 'GENERAL_RECEIPT',
    group: 'others',
    name: t('일반민원 접수', 'General petitions', '一般民愿受理', '一般民願受付', 'Tiếp nhận đơn chung'),
    numbers: { prefix: 'A', from: 301, to: 399 },
    targetMinutes: 10,
    zone: 'A',
    line: 'blue',
    documents: [idCard],
    icon: 'document',
  },
];

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
  groups: [
    {
      code: 'certificates',
      name: t('제증명', 'Certificates', '各类证明', '各種証明', 'Giấy chứng nhận'),
      icon: 'certificate',
    },
    {
      code: 'family',
      name: t('가족관계·전입', 'Family and move-in', '家族·迁入', '家族・転入', 'Gia đình, chuyển đến'),
      icon: 'family',
    },
    { code: 'passport', name: t('여권', 'Passports', '护照', '旅券', 'Hộ chiếu'), icon: 'passport' },
    { code: 'permits', name: t('허가민원', 'Permits', '许可民愿', '許可民願', 'Cấp phép'), icon: 'permit' },
    {
      code: 'others',
      name: t('그 밖의 업무', 'Other services', '其他业务', 'その他の業務', 'Dịch vụ khác'),
      icon: 'document',
    },
  ],
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
