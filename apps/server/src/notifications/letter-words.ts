import type { LocalText } from '@sunbeon/contract';

/** A letter to staff in our own words. */
interface LetterWords {
  readonly subject: string;
  readonly ko: string;
  readonly en: string;
}

/** What letters to staff may name, with examples. `invited_by` carries its particle: with a name or without. */
export const letterPlaceholders = {
  name: { ko: '김민원' },
  institution: { ko: '한빛구' },
  link: { ko: 'https://sunbeon.example/signup/…' },
  invited_by: { ko: '한빛구 이민원 님이', en: 'Minwon Lee of 한빛구' },
} as const satisfies Record<string, LocalText>;
export type LetterPlaceholder = keyof typeof letterPlaceholders;

/** Letter -> what it names. */
export const letterKinds = {
  password_reset: ['name', 'institution', 'link'],
  account_locked: ['name', 'institution'],
  password_changed: ['name', 'institution'],
  second_factor_removed: ['name', 'institution'],
  invitation: ['name', 'institution', 'invited_by', 'link'],
  invited_elsewhere: ['name', 'institution'],
  export_ready: ['name', 'institution', 'link'],
} as const satisfies Record<string, readonly LetterPlaceholder[]>;
export type LetterKind = keyof typeof letterKinds;
export type LetterValues<Kind extends LetterKind> = Readonly<Record<(typeof letterKinds)[Kind][number], string>>;

const lines = (...all: readonly string[]): string => all.join('\n');

export const letterWords: Readonly<Record<LetterKind, LetterWords>> = {
  password_reset: {
    subject: '[순번] 비밀번호 재설정 안내',
    ko: lines(
      '{name} 님, 안녕하십니까.',
      '',
      '{institution} 순번 계정의 비밀번호를 다시 정하려면 아래 주소를 여십시오.',
      '30분 동안 한 번만 쓸 수 있습니다.',
      '',
      '{link}',
      '',
      '비밀번호를 바꾸면 모든 기기에서 로그아웃되고, 잠긴 계정은 풀립니다.',
      '요청하신 적이 없다면 이 메일을 지우십시오. 비밀번호는 그대로입니다.',
    ),
    en: lines(
      'To choose a new password for your Sunbeon account at {institution}, open the address above within 30 minutes.',
      'It works once. You will be logged out everywhere. If you did not ask for it, delete this message.',
    ),
  },
  account_locked: {
    subject: '[순번] 로그인 실패로 계정이 잠겼습니다',
    ko: lines(
      '{name} 님, 안녕하십니까.',
      '',
      '{institution} 순번 계정에 틀린 비밀번호가 10번 입력되어 15분 동안 잠갔습니다.',
      '15분 뒤에 다시 로그인할 수 있습니다. 바로 쓰시려면 로그인 화면의 "비밀번호를 잊으셨나요?"에서',
      '비밀번호를 다시 정하거나 기관 관리자에게 잠금 해제를 요청하십시오.',
      '',
      '본인이 한 일이 아니라면 기관 관리자에게 알려 주십시오.',
    ),
    en: lines(
      'Your Sunbeon account at {institution} is locked for 15 minutes after ten wrong passwords.',
      'Resetting the password, or an administrator, unlocks it at once. If it was not you, tell your administrator.',
    ),
  },
  password_changed: {
    subject: '[순번] 비밀번호가 바뀌었습니다',
    ko: lines(
      '{name} 님, 안녕하십니까.',
      '',
      '{institution} 순번 계정의 비밀번호가 바뀌었습니다.',
      '본인이 한 일이 아니라면 비밀번호를 바로 다시 정하고 기관 관리자에게 알려 주십시오.',
    ),
    en: lines(
      'The password of your Sunbeon account at {institution} was changed.',
      'If it was not you, reset it at once and tell your administrator.',
    ),
  },
  second_factor_removed: {
    subject: '[순번] 2단계 인증이 해제되었습니다',
    ko: lines(
      '{name} 님, 안녕하십니까.',
      '',
      '{institution} 관리자가 순번 계정의 2단계 인증을 해제하고 모든 기기에서 로그아웃했습니다.',
      '다시 로그인하면 인증 앱을 새로 등록할 수 있습니다.',
      '요청하신 적이 없다면 기관 관리자에게 알려 주십시오.',
    ),
    en: lines(
      'An administrator of {institution} took the second factor off your Sunbeon account; you are logged out everywhere.',
      'You can set up a new one at your next log-in. If you did not ask for it, tell your administrator.',
    ),
  },
  invitation: {
    subject: '[순번] {institution}에서 초대했습니다',
    ko: lines(
      '{name} 님, 안녕하십니까.',
      '',
      '{invited_by} 민원 순번 시스템 담당자로 초대했습니다.',
      '아래 주소를 열어 비밀번호를 정하면 바로 쓸 수 있습니다. 7일 동안 한 번만 쓸 수 있습니다.',
      '',
      '{link}',
      '',
      '받을 일이 없는 초대라면 이 메일을 지우십시오.',
    ),
    en: lines(
      '{institution} invites you to Sunbeon, its ticket-and-wait system. Open the address above within seven days and',
      'choose a password. If you did not expect this, delete this message.',
    ),
  },
  invited_elsewhere: {
    subject: '[순번] {institution}에서 초대했습니다',
    ko: lines(
      '{name} 님, 안녕하십니까.',
      '',
      '{institution}에서 민원 순번 시스템 담당자로 초대했으나, 이 이메일은 다른 기관의 계정에 이미 쓰이고 있습니다.',
      '다른 이메일 주소를 알려 주시고 다시 초대를 받으십시오.',
    ),
    en: lines(
      '{institution} invites you to Sunbeon, but this e-mail belongs to an account of another institution.',
      'Please give them another address and ask to be invited again.',
    ),
  },
  export_ready: {
    subject: '[순번] 요청하신 자료 내보내기가 준비되었습니다',
    ko: lines(
      '{name} 님, 안녕하십니까.',
      '',
      '요청하신 {institution} 자료 내보내기가 준비되었습니다.',
      '아래 주소를 여시고 관리 화면에 로그인하시면 내려받으실 수 있습니다.',
      '',
      '{link}',
      '',
      '- 요청하신 분만, 한 번만 내려받을 수 있습니다.',
      '- 24시간이 지나면 자료가 삭제됩니다. 그 뒤에는 다시 요청해 주십시오.',
      '- 본인이 요청하지 않으셨다면 비밀번호를 바꾸시고 기관의 관리자에게 알려 주십시오.',
      '- 내려받은 자료에 개인정보가 있으면 목적을 이룬 뒤 바로 파기해 주십시오.',
    ),
    en: lines(
      'The data of {institution} that you asked for is ready. Open the address above and log in to the console.',
      'It can be fetched once, by you alone, within 24 hours. If you did not ask for it, change your password and tell',
      'your administrator.',
    ),
  },
};
