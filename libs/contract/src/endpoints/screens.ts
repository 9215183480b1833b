import { z } from 'zod';
import { Slug } from '../basics.ts';
import { DeviceConfig } from '../devices.ts';
import { AtVersion } from '../office-settings.ts';
import * as screens from '../screens.ts';
import { ById, NoContent, type Endpoint } from './endpoint.ts';

const access = ['device.manage'] as const;

/** What screens and kiosks show: playlists, layouts, the first screen of kiosks. */
export const screensEndpoints = {
  playlistList: {
    method: 'GET',
    path: '/api/admin/playlists',
    access,
    response: z.array(screens.PlaylistRow),
    status: 200,
    summary: 'Playlists of one’s offices',
  },
  playlistCreate: {
    method: 'POST',
    path: '/api/admin/playlists',
    access,
    body: screens.PlaylistCreate,
    response: screens.PlaylistRow,
    status: 201,
    summary: 'Make a playlist',
  },
  playlistUpdate: {
    method: 'PUT',
    path: '/api/admin/playlists/{id}',
    access,
    params: ById,
    body: screens.PlaylistUpdate,
    response: screens.PlaylistRow,
    status: 200,
    summary: 'Change a playlist; open screens follow at once',
  },
  playlistDelete: {
    method: 'POST',
    path: '/api/admin/playlists/{id}/delete',
    access,
    params: ById,
    body: AtVersion,
    response: NoContent,
    status: 204,
    summary: 'Delete a playlist; its pictures and films stay in the library',
  },
  layoutList: {
    method: 'GET',
    path: '/api/admin/layouts',
    access,
    response: z.array(screens.LayoutRow),
    status: 200,
    summary: 'Screen layouts of one’s offices',
  },
  layoutCreate: {
    method: 'POST',
    path: '/api/admin/layouts',
    access,
    body: screens.LayoutCreate,
    response: screens.LayoutRow,
    status: 201,
    summary: 'Lay out a screen',
  },
  layoutUpdate: {
    method: 'PUT',
    path: '/api/admin/layouts/{id}',
    access,
    params: ById,
    body: screens.LayoutUpdate,
    response: screens.LayoutRow,
    status: 200,
    summary: 'Change a layout; open screens follow at once',
  },
  layoutDelete: {
    method: 'POST',
    path: '/api/admin/layouts/{id}/delete',
    access,
    params: ById,
    body: AtVersion,
    response: NoContent,
    status: 204,
    summary: 'Delete a layout; refused while a device names it',
  },
  kioskScreenList: {
    method: 'GET',
    path: '/api/admin/kiosk-screens',
    access,
    response: z.array(screens.KioskScreenRow),
    status: 200,
    summary: 'What kiosks of one’s offices show first',
  },
  kioskScreenUpdate: {
    method: 'PUT',
    path: '/api/admin/kiosk-screens/{id}',
    access,
    params: ById,
    body: screens.KioskScreenUpdate,
    response: screens.KioskScreenRow,
    status: 200,
    summary: 'Change it; open kiosks follow at once',
  },
  screenPreview: {
    method: 'GET',
    path: '/api/admin/screen-preview',
    access,
    query: z.strictObject({ office: Slug, kind: z.enum(['display', 'kiosk']) }),
    response: DeviceConfig,
    status: 200,
    summary: 'The configuration that a new screen or kiosk of an office would get, for previews',
  },
} as const satisfies Record<string, Endpoint>;
