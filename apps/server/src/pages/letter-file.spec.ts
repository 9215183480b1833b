import { describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { readLetter } from './letter-file.ts';

/** As MailTransport writes them. */
async function written(subject: string, text: string): Promise<string> {
  const file = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message } = (await file.sendMail({
    from: '순번 <no-reply@sunbeon.test>',
    to: 'kim@seongdong.test',
    subject,
    text,
  })) as { message: Buffer };
  return message.toString('utf8');
}

describe('a letter of a demo', () => {
  it.each([
    ['plain', 'Reset', 'Open this link:\nhttp://localhost:3000/signup/reset#abc_-1'],
    ['Korean', '[순번] 전자우편 주소를 확인해 주십시오', '안녕하세요, 홍길동 님.\n\n아래 주소를 여십시오.'],
    ['a long line with a link', '확인', `주소: http://localhost:3000/signup/confirm#${'aB3_-='.repeat(30)} 끝`],
    ['a subject over many words', `성동구 종합민원실 ${'초대합니다 '.repeat(20)}`.trim(), 'x'],
    ['signs of the encodings themselves', '100% =3D ?= 한', 'a=b, c=3D d\n. dot\n=E2=82=AC 한'],
    ['emoji', '🎫 번호표', '🎫'],
  ])('is read as it was written: %s', async (_what, subject, text) => {
    const letter = readLetter(await written(subject, text));
    expect(letter).toMatchObject({ to: 'kim@seongdong.test', subject, text });
    expect(Math.abs(Date.parse(letter.sentAt) - Date.now())).toBeLessThan(60_000);
  });

  it.each(['', 'no letter at all', 'Subject: only a head\n', '\n\nonly a body'])(
    'that is none breaks nothing: %j',
    (file) => {
      expect(readLetter(file)).toMatchObject({ to: '', sentAt: '1970-01-01T00:00:00.000Z' });
    },
  );
});
