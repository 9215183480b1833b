/** A letter as the demo keeps it: what the page of sent letters shows. */
export interface KeptLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** ISO 8601; the file's own Date header. */
  readonly sentAt: string;
}

/**
 * Reads an .eml file that MailTransport wrote: one part of plain text in UTF-8. No reader of mail at large; what came from
 * elsewhere may look odd, but never breaks the page.
 */
export function readLetter(file: string): KeptLetter {
  const end = file.search(/\r?\n\r?\n/);
  const head = end < 0 ? file : file.slice(0, end);
  const body = end < 0 ? '' : file.slice(end).replace(/^\r?\n\r?\n/, '');
  const headers = new Map(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line) => /^([\w-]+):\s*(.*)$/.exec(line))
      .flatMap((found) => (found ? [[found[1]?.toLowerCase() ?? '', found[2] ?? '']] : [])),
  );
  const sentAt = new Date(headers.get('date') ?? '');
  return {
    to: decodedWords(headers.get('to') ?? ''),
    subject: decodedWords(headers.get('subject') ?? ''),
    text: decodedBody(body, headers.get('content-transfer-encoding') ?? ''),
    sentAt: Number.isNaN(sentAt.getTime()) ? new Date(0).toISOString() : sentAt.toISOString(),
  };
}

/** RFC 2047: =?UTF-8?B?…?= and =?UTF-8?Q?…?=; blanks between two of them are not there. */
function decodedWords(text: string): string {
  return text
    .replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/(?:=\?utf-8\?[BQ]\?[^?]*\?=)+/gi, (words) => Buffer.concat(wordBytes(words)).toString('utf8'));
}

/** A letter may stand in two words: bytes are joined before they are read. */
function wordBytes(words: string): Buffer[] {
  return [...words.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind = '', text = '']) =>
    kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedBytes(text.replaceAll('_', ' ')),
  );
}

function decodedBody(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8').trim();
  if (/quoted-printable/i.test(encoding))
    return quotedBytes(body.replace(/=\r?\n/g, ''))
      .toString('utf8')
      .trim();
  return body.trim();
}

function quotedBytes(text: string): Buffer {
  const parts = text.split(/(=[0-9A-F]{2})/i).filter((part) => part !== '');
  return Buffer.concat(
    parts.map((part) => (/^=[0-9A-F]{2}$/i.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part, 'utf8'))),
  );
}
