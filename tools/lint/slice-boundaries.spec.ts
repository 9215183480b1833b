import { describe, expect, it } from '@jest/globals';
import { complaint } from './slice-boundaries.mjs';

const at = (path: string) => `/repo/apps/server/src/${path}`;

describe('the slice boundaries', () => {
  it.each([
    ['itself', 'tickets/a.service.ts', './a.repository.ts'],
    ['its own folders', 'tickets/a.service.ts', './issue/number.ts'],
    ['the platform', 'tickets/a.service.ts', '../platform/clock/clock.ts'],
    ["another slice's reader", 'boards/a.service.ts', '../tickets/tickets.reader.ts'],
    ["another slice's module", 'boards/boards.module.ts', '../tickets/tickets.module.ts'],
    ['the live hall', 'counters/a.service.ts', '../hall/hall.commands.ts'],
    ['as the HTML front, a use case', 'pages/ticket-pages.ts', '../tickets/public-tickets.service.ts'],
    ['a package', 'tickets/a.service.ts', '@sunbeon/contract'],
  ])('let a slice import %s', (_what, file, source) => {
    expect(complaint(at(file), source)).toBeUndefined();
  });

  it.each(['../tickets/tickets.service.ts', '../tickets/ticket.entity.ts', '../tickets/tickets.repository.ts'])(
    'refuse %s of another slice',
    (source) => {
      expect(complaint(at('boards/boards.service.ts'), source)).toBe('face');
    },
  );

  it('hold the live hall and the HTML front to the rule', () => {
    expect(complaint(at('hall/hall.commands.ts'), '../tickets/tickets.service.ts')).toBe('face');
    expect(complaint(at('pages/ticket-pages.ts'), '../tickets/tickets.repository.ts')).toBe('face');
  });

  it('refuse the platform any slice', () => {
    expect(complaint(at('platform/http/guard.ts'), '../../tickets/tickets.reader.ts')).toBe('platform');
    expect(complaint(at('platform/http/guard.ts'), '../clock/clock.ts')).toBeUndefined();
  });

  it('leave the composers, the tests and the other projects alone', () => {
    expect(complaint(at('app.module.ts'), './tickets/tickets.service.ts')).toBeUndefined();
    expect(complaint(at('roles/api.ts'), '../tickets/tickets.service.ts')).toBeUndefined();
    expect(complaint(at('boards/boards.e2e.ts'), '../tickets/tickets.service.ts')).toBeUndefined();
    expect(complaint('/repo/libs/ui/src/a.ts', '../b/c.ts')).toBeUndefined();
  });
});
