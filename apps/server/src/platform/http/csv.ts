/** Spreadsheets take a file for UTF-8 by this mark only. */
export const csvMark = '\ufeff';

/** A line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
