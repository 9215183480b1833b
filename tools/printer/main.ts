import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EmulatedPrinter, type Paper } from './printer.ts';

/** `npm run printer`: an emulated receipt printer to set up a kiosk without one. Papers are printed here and kept as pictures. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9100' },
    paper: { type: 'string', default: '80' },
    to: { type: 'string', default: '.data/papers' },
  },
});
const folder = resolve(values.to);
mkdirSync(folder, { recursive: true });
const printer = new EmulatedPrinter(values.paper === '58' ? 30 : 42, keep);
await printer.plugIn(Number(values.port));
console.log(`A printer of ${values.paper} mm listens at 127.0.0.1:${printer.port}; its papers go to ${folder}`);
console.log('Keys, each with Enter: p = paper ends or is put in, c = cover opens or closes, q = quit');

let ended = false;
let open = false;
process.stdin.on('data', (data) => {
  const key = data.toString().trim();
  if (key === 'p') {
    ended = !ended;
    if (ended) printer.endPaperAfter(0);
    else printer.putPaperIn();
    console.log(ended ? 'no paper' : 'paper');
  }
  if (key === 'c') {
    open = !open;
    printer.setCover(open);
    console.log(open ? 'cover open' : 'cover closed');
  }
  if (key === 'q') void printer.unplug().then(() => process.exit());
});

function keep({ lines, svg, whole }: Paper): void {
  const name = `${new Date().toISOString().replaceAll(':', '-')}.svg`;
  writeFileSync(join(folder, name), svg);
  console.log([`--- ${name}${whole ? '' : ' (torn off)'}`, ...lines, '---'].join('\n'));
}
