import type { Letter } from '../platform/mail/letter.ts';

/** Tells who asked for an archive that it is there. */
export function exportLetter({ email, name }: { email: string; name: string }, link: string): Letter {
  return {
    to: email,
    subject: '[순번] 요청하신 자료 내보내기가 준비되었습니다',
    text: `${name} 님, 안녕하십니까.

요청하신 기관 자료 내보내기가 준비되었습니다.
아래 주소를 여시고 관리 화면에 로그인하시면 내려받으실 수 있습니다.

${link}

- 요청하신 분만, 한 번만 내려받을 수 있습니다.
- 24시간이 지나면 자료가 삭제됩니다. 그 뒤에는 다시 요청해 주십시오.
- 본인이 요청하지 않으셨다면 비밀번호를 바꾸시고 기관의 관리자에게 알려 주십시오.
- 내려받은 자료에 개인정보가 있으면 목적을 이룬 뒤 바로 파기해 주십시오.
`,
  };
}
