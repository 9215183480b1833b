import { z } from 'zod';
import { Slug } from '../basics.ts';
import * as imports from '../imports.ts';
import { NoContent, type Endpoint } from './endpoint.ts';

const access = ['office.configure'] as const;
const wish = { office: Slug, file: imports.ImportFile } as const;

/** Services of an office from a table. */
export const serviceImportEndpoints = {
  serviceImportTemplate: {
    method: 'GET',
    path: '/api/admin/service-import/template',
    access,
    query: z.strictObject({ office: Slug }),
    response: NoContent,
    status: 200,
    file: 'text/csv',
    summary: 'Services in use of an office as a table to be changed and imported',
  },
  serviceImportCheck: {
    method: 'POST',
    path: '/api/admin/service-import/check',
    access,
    body: z.strictObject(wish).meta({ id: 'ServiceImportCheck' }),
    mostBytes: imports.IMPORT_BODY_BYTES,
    response: imports.ImportCheck,
    status: 200,
    summary: 'Dry run: what the file would make and change, and what is wrong with it',
  },
  serviceImportApply: {
    method: 'POST',
    path: '/api/admin/service-import/apply',
    access,
    body: z.strictObject({ ...wish, token: imports.ImportToken }).meta({ id: 'ServiceImportApply' }),
    mostBytes: imports.IMPORT_BODY_BYTES,
    response: imports.ImportDone,
    status: 200,
    summary: 'Do exactly what the dry run showed, all or nothing',
  },
} as const satisfies Record<string, Endpoint>;
