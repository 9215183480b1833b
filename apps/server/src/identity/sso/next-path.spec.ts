import { describe, expect, it } from '@jest/globals';
import { nextPath } from './next-path.ts';

describe('the place to which a log-in leads', () => {
  it.each(['/counter/', '/console/#/devices', '/signup/setup?step=2', '/console/?x=%2F%2Fevil'])(
    'is the one asked for: %s',
    (path) => expect(nextPath(path)).toBe(path),
  );

  it.each([
    ...[undefined, '', 'counter', 'https://evil.example', '//evil.example', '/\\evil.example', '\\/evil', '/\tevil'],
    ...['/.//evil.example', '/x/..//evil.example', '/%0d%0aset-cookie:x\n', 'javascript:alert(1)', ' /counter'],
    ...['/api/auth/logout', '/순번', `/${'x'.repeat(400)}`, ['/a', '/b'], { a: 1 }],
  ])('is never another site: %j', (wish) => expect(nextPath(wish)).toBe('/counter/'));
});
