import { describe, expect, it } from '@jest/globals';
import { Problem, sentenceFor } from './problem.ts';

describe('the sentence for an error', () => {
  it('is the message of a Problem', () => {
    expect(sentenceFor(new Problem('Port 3000 is in use.'))).toBe('Port 3000 is in use.');
  });

  it('is made for what the system refuses', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write', path: '/data/lock' });
    expect(sentenceFor(full)).toBe('/data/lock cannot be written: the disk is full.');
    const foreign = Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'open', path: '/data/lock' });
    expect(sentenceFor(foreign)).toMatch(/^This user may not use \/data\/lock: .*\.$/);
  });

  it('is not made for a bug', () => {
    expect(sentenceFor(new TypeError('x is not a function'))).toBeUndefined();
    expect(sentenceFor(Object.assign(new Error('no'), { code: '28P01' }))).toBeUndefined();
    expect(sentenceFor('text')).toBeUndefined();
  });
});
