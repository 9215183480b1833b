import { z } from 'zod';
import * as notifications from '../notification-texts.ts';
import type { Endpoint } from './endpoint.ts';

const access = ['office.configure'] as const;

/** What letters to staff and notices to residents say. */
export const notificationTextsEndpoints = {
  notificationTextList: {
    method: 'GET',
    path: '/api/admin/notification-texts',
    access,
    response: z.array(notifications.NotificationText),
    status: 200,
    summary: 'Texts of letters and notices, with what may stand in them',
  },
  notificationTextUpdate: {
    method: 'PUT',
    path: '/api/admin/notification-texts/{id}',
    access,
    params: notifications.ByNotificationKind,
    body: notifications.NotificationTextUpdate,
    response: notifications.NotificationText,
    status: 200,
    summary: 'Say a letter or notice in own words',
  },
  notificationTextReset: {
    method: 'POST',
    path: '/api/admin/notification-texts/{id}/reset',
    access,
    params: notifications.ByNotificationKind,
    body: notifications.NotificationTextReset,
    response: notifications.NotificationText,
    status: 200,
    summary: 'Go back to the words it had at first',
  },
} as const satisfies Record<string, Endpoint>;
