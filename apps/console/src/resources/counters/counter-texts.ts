import { both, defineTexts } from '@sunbeon/ui';

export const counterTexts = defineTexts({
  create: both('창구 추가', 'New counter'),
  number: both('창구 번호', 'Number'),
  number_help: both(
    '표시기와 안내판에 걸린 번호입니다. 나중에 바꿀 수 없습니다.',
    'As it hangs above the counter. It cannot be changed later.',
  ),
  name: both('창구 이름', 'Name'),
  office: both('민원실', 'Office'),
  services: both('맡은 업무', 'Services'),
  services_help: both(
    '위에 있는 업무를 먼저 부르는 창구라면 순서가 중요합니다. 저장하면 다음 호출부터 따릅니다.',
    'In order of preference. It counts from the next call on.',
  ),
  none: both('맡은 업무 없음', 'No service'),
  position: both('순서', 'Order'),
});
