import { describe, expect, it } from '@jest/globals';
import { status } from '../spec-support.ts';
import { newsOf } from './news.ts';

describe('newsOf', () => {
  const before = status();
  const after = (change: object) =>
    status({
      services: before.services.map((each) => (each.code === 'PASSPORT_APPLY' ? { ...each, ...change } : each)),
    });

  it('keeps quiet about each single person', () => expect(newsOf(before, after({ waiting: 15 }), 'ko')).toBe(''));
  it('tells the sentence and the service whose level changed', () =>
    expect(newsOf(before, after({ waiting: 20, level: 'crowded' }), 'ko')).toBe(
      '지금은 보통입니다. 여권 접수가 매우 붐빕니다. 여권 접수 매우 혼잡, 20명 대기.',
    ));
});
