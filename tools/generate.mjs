// `npm run generate`: writes the committed files that programs make; see tools/generated.ts.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import './ts.mjs';

const { generated } = await import('./generated.ts');
const root = fileURLToPath(new URL('..', import.meta.url));
for (const { file, command } of generated) {
  const [program, ...args] = command;
  writeFileSync(`${root}${file}`, execFileSync(program, args, { cwd: root, maxBuffer: 1 << 28 }));
  console.log(file);
}
