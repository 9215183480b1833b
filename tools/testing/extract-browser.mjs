// Unpacks the Chromium of @sparticuz/chromium, and the libraries it needs beyond libc, into the folder TMPDIR names:
// the package knows no other way to choose the place. Run as a process of its own by browser.ts.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';

const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
await chromium.executablePath();
await inflate(join(dirname(dirname(main)), 'bin/al2023.tar.br'));

// The package's own file names folders of another machine. Latin letters come from the font it brings.
writeFileSync(
  join(tmpdir(), 'fonts/fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
</fontconfig>
`,
);
