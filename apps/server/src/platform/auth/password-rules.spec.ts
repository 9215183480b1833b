import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password-rules.ts';

const kim = { email: 'kim.sunhee@seongdong.go.kr', name: '김순희', tenant: ['성동구', 'seongdong'] };

describe('rules of passwords', () => {
  it.each([
    'qwer1234!@#$',
    'Qwer1234!@',
    'password2026!',
    'P@ssw0rd1234',
    'Admin!2026!!',
    '1234567890',
    '01012345678',
    '2026-11-24-09',
    'aaaaaaaaaaaa',
    'abababababab',
    'abcdefghijkl',
    'qwertyuiop12',
    'poiuytrewq!!',
    '1q2w3e4r5t6y',
    '1qaz2wsx3edc',
    'qlalfqjsgh1!',
    'Alsdnjstlf12#',
    '민원실12345!',
    '비밀번호12345',
    'seoul2026!@#',
    '가나다라마바사아자차',
  ])('refuse what is tried first: %s', (password) => {
    expect(passwordFault(password, kim)).toBe('password_common');
  });

  it.each([
    'kim.sunhee1!',
    'kim.sunhee@seongdong.go.kr',
    '김순희김순희1234',
    'seongdong2026!',
    '성동구2026!!!!',
    'KIM.SUNHEE-77',
  ])('refuse what the person is called: %s', (password) => {
    expect(passwordFault(password, kim)).toBe('password_personal');
  });

  it.each([
    '파란 우산 셋이 뛴다',
    'correct-horse-tiger',
    'dlgmlwns ghfkddl!',
    'xK9#mQ2$vL7p',
    'owner-password-1',
    'password-of-kim.sunhee',
    'B7-44-T9-20-H8',
  ])('take others: %s', (password) => {
    expect(passwordFault(password, kim)).toBeUndefined();
  });
});
