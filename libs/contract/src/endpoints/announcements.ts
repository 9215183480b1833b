import { z } from 'zod';
import { Announcement, AnnouncementCreate, AnnouncementUpdate } from '../announcements.ts';
import * as hall from '../hall.ts';
import { ById, type Endpoint } from './endpoint.ts';

const turn = <N extends 'start' | 'end'>(name: N, summary: string) =>
  ({
    method: 'POST',
    path: `/api/admin/announcements/{id}/${name}`,
    access: ['office.configure'],
    params: ById,
    body: hall.Nothing,
    response: Announcement,
    status: 200,
    summary,
  }) as const satisfies Endpoint;

/** Announcements on screens and pages. */
export const announcementsEndpoints = {
  announcementList: {
    method: 'GET',
    path: '/api/admin/announcements',
    access: ['office.configure'],
    response: z.array(Announcement),
    status: 200,
    summary: 'Announcements of one’s offices, the newest first, at most 500',
  },
  announcementCreate: {
    method: 'POST',
    path: '/api/admin/announcements',
    access: ['office.configure'],
    body: AnnouncementCreate,
    response: Announcement,
    status: 201,
    summary: 'Announce something, at once or later',
  },
  announcementUpdate: {
    method: 'PUT',
    path: '/api/admin/announcements/{id}',
    access: ['office.configure'],
    params: ById,
    body: AnnouncementUpdate,
    response: Announcement,
    status: 200,
    summary: 'Change an announcement; screens show it so at once',
  },
  announcementStart: turn('start', 'Show an announcement now'),
  announcementEnd: turn('end', 'Take an announcement from all screens now'),
} as const satisfies Record<string, Endpoint>;
