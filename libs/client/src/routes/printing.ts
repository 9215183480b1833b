/** Rows of `routes.ts`: receipts on their way to paper, and what stands on them. */
export const printingRoutes = {
  devicePrintJobs: ['GET', '/api/device/print-jobs'],
  devicePrintTake: ['POST', '/api/device/print-jobs/{id}/take'],
  devicePrintResult: ['POST', '/api/device/print-jobs/{id}/result'],
  printJobs: ['GET', '/api/admin/print-jobs'],
  printResult: ['POST', '/api/admin/print-jobs/{id}/result'],
  ticketPrint: ['POST', '/api/tickets/{id}/print'],
  officePrinters: ['GET', '/api/offices/{office}/printers'],
  receiptLayout: ['GET', '/api/admin/receipt-layout'],
  receiptLayoutSet: ['PUT', '/api/admin/receipt-layout'],
  receiptPreview: ['POST', '/api/admin/receipt-layout/preview'],
  receiptTest: ['POST', '/api/admin/receipt-layout/test'],
} as const;
