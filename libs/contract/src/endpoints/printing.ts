import { z } from 'zod';
import * as printing from '../printing.ts';
import * as hall from '../hall.ts';
import { ById, type Endpoint } from './endpoint.ts';

/** Receipts on their way to paper, and what stands on them. */
export const printingEndpoints = {
  devicePrintJobs: {
    method: 'GET',
    path: '/api/device/print-jobs',
    access: ['device'],
    response: z.array(printing.PrintJob),
    status: 200,
    summary: 'Receipts of this kiosk that are under way, and those of the last ten minutes',
  },
  devicePrintTake: {
    method: 'POST',
    path: '/api/device/print-jobs/{id}/take',
    access: ['device'],
    params: ById,
    body: hall.Nothing,
    response: printing.PrintBytes,
    status: 200,
    summary: 'The bytes of a receipt for the kiosk’s own printer; given once, never again',
  },
  devicePrintResult: {
    method: 'POST',
    path: '/api/device/print-jobs/{id}/result',
    access: ['device'],
    params: ById,
    body: printing.PrintResult,
    response: printing.PrintJob,
    status: 200,
    summary: 'What became of a receipt, by the kiosk or its visitor',
  },
  printJobs: {
    method: 'GET',
    path: '/api/admin/print-jobs',
    access: ['ticket.issue'],
    query: z.object({ office: z.string().max(40) }),
    response: z.array(printing.PrintJob),
    status: 200,
    summary: 'Receipts of an office within a day that did not come out for certain, the newest first',
  },
  printResult: {
    method: 'POST',
    path: '/api/admin/print-jobs/{id}/result',
    access: ['ticket.issue'],
    params: ById,
    body: printing.PrintResult,
    response: printing.PrintJob,
    status: 200,
    summary: 'What became of a receipt, by a person who looked',
  },
  ticketPrint: {
    method: 'POST',
    path: '/api/tickets/{id}/print',
    access: ['ticket.issue'],
    params: ById,
    body: printing.PrintAgain,
    response: printing.PrintJob,
    status: 201,
    idempotent: 'required',
    summary: 'Print a ticket once more, marked as such',
  },
  receiptLayout: {
    method: 'GET',
    path: '/api/admin/receipt-layout',
    access: ['office.configure'],
    response: printing.ReceiptLayout,
    status: 200,
    summary: 'What stands on the receipts of the tenant',
  },
  receiptLayoutSet: {
    method: 'PUT',
    path: '/api/admin/receipt-layout',
    access: ['office.configure'],
    body: printing.ReceiptLayout,
    response: printing.ReceiptLayout,
    status: 200,
    summary: 'Change what stands on the receipts of the tenant',
  },
} as const satisfies Record<string, Endpoint>;
