import { both, defineTexts } from '@sunbeon/ui';

/** Names of the resources, as titles and messages of react-admin say them. */
export const resourceTexts = defineTexts({
  tickets: both('번호표', 'Tickets'),
  announcements: both('공지', 'Announcements'),
  services: both('업무', 'Services'),
  counters: both('창구', 'Counters'),
  'unmanned-kiosks': both('무인민원발급기', 'Certificate machines'),
  'notification-texts': both('알림 문구', 'Notification texts'),
  media: both('미디어', 'Media'),
  playlists: both('재생 목록', 'Playlists'),
  layouts: both('화면 배치', 'Screen layouts'),
  'kiosk-screens': both('발권기 화면', 'Kiosk screens'),
  devices: both('기기', 'Devices'),
  alerts: both('기기 알림', 'Device alerts'),
  staff: both('담당자', 'Staff'),
  invitations: both('초대', 'Invitations'),
  exports: both('자료 내보내기', 'Data export'),
  audit: both('감사 기록', 'Audit'),
  tenants: both('기관', 'Institutions'),
  regions: both('지역(시·도)', 'Regions'),
  erasures: both('자료 파기', 'Erasure'),
});
