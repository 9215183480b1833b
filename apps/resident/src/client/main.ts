import { redrawWhenFontsArrive } from './fonts.ts';
import { liveOffice } from './office.ts';
import { liveTicket } from './ticket.ts';

const bar = document.querySelector<HTMLElement>('[data-live]');
if (bar?.dataset['live'] === 'office') liveOffice(bar);
if (bar?.dataset['live'] === 'ticket') liveTicket(bar);
redrawWhenFontsArrive();
