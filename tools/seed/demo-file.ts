import type { DeviceKind } from '@sunbeon/contract';

export interface DemoDevice {
  key: string;
  kind: DeviceKind;
  name: string;
  id: string;
  token: string;
}

export interface DemoLogin {
  who: string;
  email: string;
  password: string;
}

export interface DemoPerson extends DemoLogin {
  name: string;
  role: 'staff' | 'supervisor' | 'greeter';
  /** Label of the counter at which the simulation has this person work; null = nobody's, for trying out by hand. */
  counter: string | null;
}

/** demo.json: all that the links page, the starter and the simulation need to know. Readable by its owner only. */
export interface DemoFile {
  tenant: string;
  office: string;
  links: { title: string; url: string; note?: string }[];
  logins: DemoLogin[];
  operator: DemoLogin;
  people: DemoPerson[];
  devices: DemoDevice[];
}

interface Made extends Pick<DemoFile, 'tenant' | 'office' | 'operator' | 'people' | 'devices'> {
  owner: { email: string; password: string };
}

/** Links open screens that are paired already: the token stands behind #, which browsers do not send. */
export function demoFile({ owner, ...made }: Made): DemoFile {
  const { tenant, office, people, devices, operator } = made;
  const screens = devices.filter(({ key }) => key !== 'simulator');
  const links: DemoFile['links'] = [
    { title: '민원대기현황 (주민)', url: `/${tenant}/${office}`, note: '구청 누리집에서 보는 실시간 대기현황' },
    ...screens.map((device) => ({ title: device.name, url: openPaired(device) })),
    { title: '창구 화면 (담당자)', url: `/counter/?office=${office}`, note: '아래 로그인으로 들어갑니다' },
    { title: '관리 화면 (관리자·팀장·운영자)', url: '/console/', note: '아래 로그인으로 들어갑니다' },
    { title: '이용 신청 (우리 기관에서 쓰기)', url: '/signup/', note: '처음 신청에서 첫 번호표까지 직접 해 보기' },
    { title: '보낸 편지', url: '/demo/mail', note: '신청, 초대, 비밀번호 메일을 메일 서버 없이 봅니다' },
    { title: 'API 문서', url: '/api/docs' },
  ];
  const byHand = people.filter(({ counter }) => counter === null);
  const logins = [...byHand, { who: '기관 관리자', ...owner }, operator].map(({ who, email, password }) => ({
    who,
    email,
    password,
  }));
  return { ...made, links, logins };
}

function openPaired({ kind, id, token }: DemoDevice): string {
  return `/${kind}/#device=${id}&token=${token}`;
}
