import { both, defineTexts } from '@sunbeon/ui';

export const healthTexts = defineTexts({
  title: both('시스템 상태', 'System health'),
  help: both(
    '이 화면에 답한 서버의 상태이며 10초마다 다시 확인합니다.',
    'Of the server that answered, asked anew every ten seconds.',
  ),
  ready: both('정상입니다', 'All is well'),
  not_ready: both('문제가 있습니다', 'Something is wrong'),
  no_answer: both('서버가 답하지 않습니다', 'The server does not answer'),
  database: both('데이터베이스', 'Database'),
  migrations: both('스키마', 'Schema'),
  jobs: both('작업 처리', 'Jobs'),
  eventLoop: both('응답 지연', 'Event loop'),
  good: both('정상', 'Well'),
  bad: both('문제', 'Not well'),
});
