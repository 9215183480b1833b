import * as media from '../media.ts';
import { AtVersion } from '../office-settings.ts';
import { ById, NoContent, type Endpoint } from './endpoint.ts';

const change = <N extends 'archive' | 'restore'>(name: N, summary: string) =>
  ({
    method: 'POST',
    path: `/api/admin/media/{id}/${name}`,
    access: ['device.manage'],
    params: ById,
    body: AtVersion,
    response: media.MediaRow,
    status: 200,
    summary,
  }) as const satisfies Endpoint;

/** Pictures and films for the screens of a tenant. */
export const mediaEndpoints = {
  mediaList: {
    method: 'GET',
    path: '/api/admin/media',
    access: ['device.manage'],
    query: media.MediaQuery,
    response: media.MediaPage,
    status: 200,
    summary: 'Pictures and films of the tenant, by pages',
  },
  mediaUpload: {
    method: 'POST',
    path: '/api/admin/media',
    access: ['device.manage'],
    query: media.MediaUpload,
    upload: true,
    response: media.MediaRow,
    status: 201,
    summary: 'Put a picture or film into the library; the body is the file',
  },
  mediaRead: {
    method: 'GET',
    path: '/api/admin/media/{id}',
    access: ['device.manage'],
    params: ById,
    response: media.MediaRow,
    status: 200,
    summary: 'One of them, with what it is used by',
  },
  mediaUpdate: {
    method: 'PUT',
    path: '/api/admin/media/{id}',
    access: ['device.manage'],
    params: ById,
    body: media.MediaUpdate,
    response: media.MediaRow,
    status: 200,
    summary: 'Give it another name',
  },
  mediaArchive: change('archive', 'Offer it for playlists no more; where it plays it goes on'),
  mediaRestore: change('restore', 'Offer it again'),
  mediaDelete: {
    method: 'POST',
    path: '/api/admin/media/{id}/delete',
    access: ['device.manage'],
    params: ById,
    body: AtVersion,
    response: NoContent,
    status: 204,
    summary: 'Delete it for good; refused while a playlist plays it',
  },
  mediaFile: {
    method: 'GET',
    path: '/api/media/{id}',
    access: ['device', 'device.manage'],
    params: ById,
    response: NoContent,
    status: 200,
    file: 'application/octet-stream',
    summary: 'The file itself, for screens and console (ETag, ranges); never changes',
  },
} as const satisfies Record<string, Endpoint>;
