import { both, defineTexts } from '@sunbeon/ui';

export const kioskScreenTexts = defineTexts({
  help: both(
    '번호표 발권기 첫 화면에 무엇을 어떤 차례로 보일지 민원실마다 정합니다. 저장하면 켜져 있는 발권기에 바로 반영됩니다.',
    'What kiosks show first, office by office. Open kiosks follow as soon as it is saved.',
  ),
  empty: both('민원실이 없습니다', 'No offices'),
  office: both('민원실', 'Office'),
  cards: both('첫 화면 카드', 'Cards'),
  cards_usual: both('민원실 차례대로', 'In the order of the office'),
  first: both('첫 화면에 보일 업무와 차례', 'Cards of the first screen'),
  first_help: both(
    '고르지 않으면 민원실에 정한 차례대로 모두 보입니다. 고르면 고른 것만 이 차례로 보이고, 나머지는 찾기로 찾을 수 있습니다.',
    'Nothing chosen: all, in the order of the office. Else these alone; the others are found by search.',
  ),
  group: both('{name} (묶음)', '{name} (group)'),
  greeting: both('인사말', 'Greeting'),
  greeting_help: both('비워 두면 “무엇을 하러 오셨나요?”로 나옵니다.', 'Left empty: “What would you like to do?”'),
  closed: both('업무 시간이 아닐 때 안내', 'While closed'),
  languages: both('고를 수 있는 언어', 'Languages offered'),
  languages_help: both('모두 비워 두면 기기마다 정한 언어가 나옵니다.', 'None: as each device says.'),
  promotion: both('홍보 화면 시작(초)', 'Promotion after (seconds)'),
  promotion_help: both(
    '아무도 만지지 않으면 발권기 재생 목록이 나옵니다. 비워 두면 나오지 않습니다. 15초에서 3600초까지입니다.',
    'When nobody touches it, playlists for kiosks play. Left empty: never. 15 to 3600.',
  ),
  preview: both('미리 보기', 'Preview'),
  preview_help: both(
    '저장하기 전의 내용을 발권기가 그린 그대로 보여 줍니다. 여기서는 번호표가 나오지 않습니다.',
    'The kiosk itself, with what is not saved yet. No ticket is given out here.',
  ),
  preview_view: both('화면', 'Screen'),
  view_open: both('첫 화면', 'First screen'),
  view_closed: both('업무 시간이 아닐 때', 'While closed'),
  preview_language: both('언어', 'Language'),
  greeting_ko_missing: both('한국어를 꼭 적어 주십시오', 'Korean must be there'),
});
