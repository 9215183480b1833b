/** A bare node:http server that answers always the same bytes: what the public status is measured against. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const { headers, body } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  headers: Record<string, string>;
  body: string;
};
const bytes = Buffer.from(body);
const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === headers['etag']) {
    const { 'content-type': _type, 'content-length': _length, ...rest } = headers;
    response.writeHead(304, rest);
    response.end();
    return;
  }
  response.writeHead(200, headers);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as { port: number }).port}\n`));
