import { z } from 'zod';
import * as exports from '../exports.ts';
import { ById, NoContent, type Endpoint } from './endpoint.ts';

/** All of a tenant's data, taken out. */
export const exportsEndpoints = {
  exportAsk: {
    method: 'POST',
    path: '/api/admin/export',
    access: ['data.export'],
    body: exports.ExportAsk,
    response: exports.ExportRow,
    status: 201,
    summary: 'Ask for an archive of all data of the tenant',
  },
  exportList: {
    method: 'GET',
    path: '/api/admin/exports',
    access: ['data.export'],
    response: z.array(exports.ExportRow),
    status: 200,
    summary: 'Archives asked for',
  },
  exportDownload: {
    method: 'POST',
    path: '/api/admin/exports/{id}/download',
    access: ['data.export'],
    params: ById,
    body: exports.ExportDownload,
    response: NoContent,
    status: 200,
    file: 'application/gzip',
    summary: 'Fetch an archive, once',
  },
} as const satisfies Record<string, Endpoint>;
