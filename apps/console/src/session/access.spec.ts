import { describe, expect, it } from '@jest/globals';
import { rolePermissions, type Role } from '@sunbeon/contract';
import { access, mayOpen } from './access.ts';

const open = (role: Role) => Object.keys(access).filter((place) => mayOpen(rolePermissions[role], place));

describe('what a role finds in the console', () => {
  it.each([
    ['operator', ['audit', 'tenants', 'regions', 'erasures', 'health']],
    [
      'owner',
      [
        'hall',
        'tickets',
        'announcements',
        'services',
        'office',
        'counters',
        'unmanned-kiosks',
        'notification-texts',
        'hours',
        'media',
        'playlists',
        'layouts',
        'kiosk-screens',
        'receipts',
        'devices',
        'alerts',
        'staff',
        'invitations',
        'policy',
        'sso',
        'privacy',
        'exports',
        'audit',
      ],
    ],
    [
      'supervisor',
      [
        'hall',
        'tickets',
        'announcements',
        'office',
        'services',
        'counters',
        'unmanned-kiosks',
        'notification-texts',
        'hours',
        'media',
        'playlists',
        'layouts',
        'kiosk-screens',
        'receipts',
        'devices',
        'alerts',
        'invitations',
      ],
    ],
    ['staff', ['hall', 'tickets']],
    ['greeter', ['hall', 'tickets']],
    ['viewer', ['hall', 'tickets']],
    ['region', ['region']],
  ] as const)('%s', (role, places) => {
    expect(open(role).sort()).toEqual([...places].sort());
  });

  it('opens nothing that the table does not name', () => {
    expect(mayOpen(rolePermissions.owner, 'toString')).toBe(false);
    expect(mayOpen(rolePermissions.owner, 'reports')).toBe(false);
  });
});
