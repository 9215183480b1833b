import * as audit from '../audit.ts';
import { NoContent, type Endpoint } from './endpoint.ts';

/** Who changed what and who read whose data: searching, proving and taking out. */
export const auditEndpoints = {
  auditList: {
    method: 'GET',
    path: '/api/admin/audit',
    access: ['audit.view'],
    query: audit.AuditQuery,
    response: audit.AuditPage,
    status: 200,
    summary: 'Search the audit, newest first',
  },
  auditVerify: {
    method: 'GET',
    path: '/api/admin/audit/verification',
    access: ['audit.view'],
    response: audit.AuditVerification,
    status: 200,
    summary: 'Is the chain of the audit whole',
  },
  auditExport: {
    method: 'POST',
    path: '/api/admin/audit/export',
    access: ['audit.view'],
    body: audit.AuditExport,
    response: NoContent,
    status: 200,
    file: 'text/csv',
    summary: 'The audit as CSV, with a reason',
  },
} as const satisfies Record<string, Endpoint>;
