import { bilingualLetter } from '@sunbeon/domain';
import type { Letter } from '../platform/mail/letter.ts';

/** Whom the letter is for. */
interface Reader {
  readonly email: string;
  readonly name: string;
  readonly tenantName: string;
}

/** To somebody who is to read the figures of a region, and nothing else. Regions have no words of their own. */
export function regionInvitationLetter({ email, name, tenantName }: Reader, link: string): Letter {
  const korean = [
    `${name} 님, 안녕하십니까.`,
    '',
    `${tenantName} 관할 기관의 민원 통계를 열람할 담당자로 초대합니다.`,
    '아래 주소를 열어 비밀번호를 정하면 바로 쓸 수 있습니다. 7일 동안 한 번만 쓸 수 있습니다.',
    '',
    link,
    '',
    '받을 일이 없는 초대라면 이 메일을 지우십시오.',
  ];
  const english = [
    `You are invited to read the figures of ${tenantName} in Sunbeon, the ticket-and-wait system. Open the address above`,
    'within seven days and choose a password. If you did not expect this, delete this message.',
  ];
  return {
    to: email,
    subject: `[순번] ${tenantName} 민원 통계 열람 담당자로 초대합니다`,
    text: bilingualLetter(korean.join('\n'), english.join('\n')),
  };
}
