import { z } from 'zod';
import * as imports from '../imports.ts';
import * as machines from '../unmanned-kiosks.ts';
import { ById, NoContent, type Endpoint } from './endpoint.ts';

const access = ['office.configure'] as const;

/** The institution's directory of unmanned kiosks (무인민원발급기). */
export const unmannedKiosksEndpoints = {
  unmannedKioskList: {
    method: 'GET',
    path: '/api/admin/unmanned-kiosks',
    access,
    response: z.array(machines.UnmannedKiosk),
    status: 200,
    summary: 'Unmanned kiosks of the institution, archived ones too',
  },
  unmannedKioskCreate: {
    method: 'POST',
    path: '/api/admin/unmanned-kiosks',
    access,
    body: machines.UnmannedKioskCreate,
    response: machines.UnmannedKiosk,
    status: 201,
    summary: 'A new unmanned kiosk',
  },
  unmannedKioskUpdate: {
    method: 'PUT',
    path: '/api/admin/unmanned-kiosks/{id}',
    access,
    params: ById,
    body: machines.UnmannedKioskUpdate,
    response: machines.UnmannedKiosk,
    status: 200,
    summary: 'Change an unmanned kiosk',
  },
  unmannedKioskReport: {
    method: 'POST',
    path: '/api/admin/unmanned-kiosks/{id}/condition',
    access,
    params: ById,
    body: machines.UnmannedKioskReport,
    response: machines.UnmannedKiosk,
    status: 200,
    summary: 'Tell that an unmanned kiosk works, or why it does not',
  },
  unmannedKioskArchive: {
    method: 'POST',
    path: '/api/admin/unmanned-kiosks/{id}/archive',
    access,
    params: ById,
    body: machines.UnmannedKioskArchive,
    response: machines.UnmannedKiosk,
    status: 200,
    summary: 'Take an unmanned kiosk out of the directory',
  },
  unmannedKioskRestore: {
    method: 'POST',
    path: '/api/admin/unmanned-kiosks/{id}/restore',
    access,
    params: ById,
    body: machines.UnmannedKioskArchive,
    response: machines.UnmannedKiosk,
    status: 200,
    summary: 'Put an archived unmanned kiosk into the directory again',
  },
  unmannedKioskImportTemplate: {
    method: 'GET',
    path: '/api/admin/unmanned-kiosk-import/template',
    access,
    response: NoContent,
    status: 200,
    file: 'text/csv',
    summary: 'Unmanned kiosks in use as a table to be filled in and imported',
  },
  unmannedKioskImportCheck: {
    method: 'POST',
    path: '/api/admin/unmanned-kiosk-import/check',
    access,
    body: machines.UnmannedKioskImportCheck,
    mostBytes: imports.IMPORT_BODY_BYTES,
    response: imports.ImportCheck,
    status: 200,
    summary: 'Dry run: what the file would make and change, and what is wrong with it',
  },
  unmannedKioskImportApply: {
    method: 'POST',
    path: '/api/admin/unmanned-kiosk-import/apply',
    access,
    body: machines.UnmannedKioskImportApply,
    mostBytes: imports.IMPORT_BODY_BYTES,
    response: imports.ImportDone,
    status: 200,
    summary: 'Do exactly what the dry run showed, all or nothing',
  },
} as const satisfies Record<string, Endpoint>;
