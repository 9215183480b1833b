import { both, defineTexts } from '@sunbeon/ui';

export const regionTexts = defineTexts({
  title: both('지역 통계', 'Regional figures'),
  help: both(
    '업무일 기준입니다. 번호표가 {tickets}장보다 적거나 기관이 {tenants}곳보다 적은 묶음은 보이지 않습니다.',
    'By business day. Groups of fewer than {tickets} tickets or {tenants} institutions are not told.',
  ),
  from: both('부터', 'From'),
  to: both('까지', 'Until'),
  show: both('보기', 'Show'),
  name: both('기관', 'Institution'),
  tickets: both('호출한 번호표', 'Tickets called'),
  wait: both('대기시간 중앙값', 'Median wait'),
  wait_minutes: both('{n}분', '{n} min'),
  wait_long: both('2시간 이상', '2 hours or more'),
  within: both('기준 안에 호출', 'Within the limit'),
  hidden: both('가린 날', 'Hidden days'),
  hidden_help: both(
    '그날만으로 누구인지 알 수 있어 셈에서 뺀 날입니다.',
    'Days left out because somebody could be found out.',
  ),
  total: both('{name} 전체', 'All of {name}'),
  total_hidden: both('기관이 적어 전체를 보여 드리지 않습니다.', 'Too few institutions for a total.'),
  none: both('이 기간에는 보여 드릴 통계가 없습니다.', 'No figures for these days.'),
  swapped: both('시작일이 끝나는 날보다 뒤입니다.', 'The first day is after the last.'),
});
