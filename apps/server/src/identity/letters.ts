import type { Letter } from '../platform/mail/letter.ts';

/** Whom a letter of this slice is for. */
interface Reader {
  readonly email: string;
  readonly name: string;
  readonly tenantName: string;
}

/** Korean first, English below: some read neither well, and the link says the rest. */
function letter(to: string, subject: string, korean: readonly string[], english: readonly string[]): Letter {
  return { to, subject, text: [...korean, '', '-'.repeat(40), '', ...english].join('\n') };
}

export function resetLetter({ email, name, tenantName }: Reader, link: string): Letter {
  return letter(
    email,
    `[순번] 비밀번호 재설정 안내`,
    [
      `${name} 님, 안녕하십니까.`,
      '',
      `${tenantName} 순번 계정의 비밀번호를 다시 정하려면 아래 주소를 여십시오.`,
      '30분 동안 한 번만 쓸 수 있습니다.',
      '',
      link,
      '',
      '비밀번호를 바꾸면 모든 기기에서 로그아웃되고, 잠긴 계정은 풀립니다.',
      '요청하신 적이 없다면 이 메일을 지우십시오. 비밀번호는 그대로입니다.',
    ],
    [
      `To choose a new password for your Sunbeon account at ${tenantName}, open the address above within 30 minutes.`,
      'It works once. You will be logged out everywhere. If you did not ask for it, delete this message.',
    ],
  );
}

export function lockedLetter({ email, name, tenantName }: Reader): Letter {
  return letter(
    email,
    '[순번] 로그인 실패로 계정이 잠겼습니다',
    [
      `${name} 님, 안녕하십니까.`,
      '',
      `${tenantName} 순번 계정에 틀린 비밀번호가 10번 입력되어 15분 동안 잠갔습니다.`,
      '15분 뒤에 다시 로그인할 수 있습니다. 바로 쓰시려면 로그인 화면의 "비밀번호를 잊으셨나요?"에서',
      '비밀번호를 다시 정하거나 기관 관리자에게 잠금 해제를 요청하십시오.',
      '',
      '본인이 한 일이 아니라면 기관 관리자에게 알려 주십시오.',
    ],
    [
      `Your Sunbeon account at ${tenantName} is locked for 15 minutes after ten wrong passwords.`,
      'Resetting the password, or an administrator, unlocks it at once. If it was not you, tell your administrator.',
    ],
  );
}

export function passwordChangedLetter({ email, name, tenantName }: Reader): Letter {
  return letter(
    email,
    '[순번] 비밀번호가 바뀌었습니다',
    [
      `${name} 님, 안녕하십니까.`,
      '',
      `${tenantName} 순번 계정의 비밀번호가 바뀌었습니다.`,
      '본인이 한 일이 아니라면 비밀번호를 바로 다시 정하고 기관 관리자에게 알려 주십시오.',
    ],
    [
      `The password of your Sunbeon account at ${tenantName} was changed.`,
      'If it was not you, reset it at once and tell your administrator.',
    ],
  );
}

export function secondFactorRemovedLetter({ email, name, tenantName }: Reader): Letter {
  return letter(
    email,
    '[순번] 2단계 인증이 해제되었습니다',
    [
      `${name} 님, 안녕하십니까.`,
      '',
      `${tenantName} 관리자가 순번 계정의 2단계 인증을 해제하고 모든 기기에서 로그아웃했습니다.`,
      '다시 로그인하면 인증 앱을 새로 등록할 수 있습니다.',
      '요청하신 적이 없다면 기관 관리자에게 알려 주십시오.',
    ],
    [
      `An administrator of ${tenantName} took the second factor off your Sunbeon account; you are logged out everywhere.`,
      'You can set up a new one at your next log-in. If you did not ask for it, tell your administrator.',
    ],
  );
}

export function invitationLetter({ email, name, tenantName }: Reader, inviter: string | null, link: string): Letter {
  return letter(
    email,
    `[순번] ${tenantName}에서 초대했습니다`,
    [
      `${name} 님, 안녕하십니까.`,
      '',
      `${tenantName}${inviter === null ? '에서' : ` ${inviter} 님이`} 민원 순번 시스템 담당자로 초대했습니다.`,
      '아래 주소를 열어 비밀번호를 정하면 바로 쓸 수 있습니다. 7일 동안 한 번만 쓸 수 있습니다.',
      '',
      link,
      '',
      '받을 일이 없는 초대라면 이 메일을 지우십시오.',
    ],
    [
      `${tenantName} invites you to Sunbeon, its ticket-and-wait system. Open the address above within seven days and`,
      'choose a password. If you did not expect this, delete this message.',
    ],
  );
}

/** To somebody who is to read the figures of a region, and nothing else. */
export function regionInvitationLetter({ email, name, tenantName }: Reader, link: string): Letter {
  return letter(
    email,
    `[순번] ${tenantName} 민원 통계 열람 담당자로 초대합니다`,
    [
      `${name} 님, 안녕하십니까.`,
      '',
      `${tenantName} 관할 기관의 민원 통계를 열람할 담당자로 초대합니다.`,
      '아래 주소를 열어 비밀번호를 정하면 바로 쓸 수 있습니다. 7일 동안 한 번만 쓸 수 있습니다.',
      '',
      link,
      '',
      '받을 일이 없는 초대라면 이 메일을 지우십시오.',
    ],
    [
      `You are invited to read the figures of ${tenantName} in Sunbeon, the ticket-and-wait system. Open the address above`,
      'within seven days and choose a password. If you did not expect this, delete this message.',
    ],
  );
}

/** To somebody who has an account of another institution: only the owner of the mailbox learns that. */
export function invitedElsewhereLetter({ email, name, tenantName }: Reader): Letter {
  return letter(
    email,
    `[순번] ${tenantName}에서 초대했습니다`,
    [
      `${name} 님, 안녕하십니까.`,
      '',
      `${tenantName}에서 민원 순번 시스템 담당자로 초대했으나, 이 이메일은 다른 기관의 계정에 이미 쓰이고 있습니다.`,
      '다른 이메일 주소를 알려 주시고 다시 초대를 받으십시오.',
    ],
    [
      `${tenantName} invites you to Sunbeon, but this e-mail belongs to an account of another institution.`,
      'Please give them another address and ask to be invited again.',
    ],
  );
}
