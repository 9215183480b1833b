import { OfficeTemplate } from '@sunbeon/contract';
import { Problem } from '../problem.ts';
import type { DayService } from './day.ts';

export const ZONE = 'Europe/Warsaw';
const UNKNOWN_MINUTES = 10;
const MOST_SERVICES = 300;

/** Slug of an office by its name in the archive: UD_Wola -> ud-wola. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return plain.length < 2 ? 'office' : plain.slice(0, 39);
}

/**
 * The office as the archive knows it. Its business day is the calendar day, since the numbers of the archive begin anew
 * each day; it is open around the clock, since the archive says nothing of hours. The hardware has its own numbers, so
 * the series are only names here.
 * @throws Problem when the archive names more services than an office may have
 */
export function officeTemplate(name: string, services: readonly DayService[]): OfficeTemplate {
  if (services.length > MOST_SERVICES) {
    throw new Problem(`${name} has ${services.length} services; an office may have ${MOST_SERVICES}.`);
  }
  const always = [{ from: '00:00', to: '24:00' }];
  return OfficeTemplate.parse({
    slug: slugOf(name),
    name: { ko: name },
    zone: ZONE,
    dayStart: '00:00',
    authority: 'hardware',
    hours: { week: { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always }, holidays: 'none' },
    groups: [{ code: 'all', name: { ko: name } }],
    services: services.map((service, index) => ({
      code: service.code,
      name: { ko: service.name },
      group: 'all',
      numbers: { prefix: twoLetters(index), from: 1, to: 9999 },
      targetMinutes: service.minutes > 0 ? Math.min(service.minutes, 240) : UNKNOWN_MINUTES,
    })),
  });
}

const twoLetters = (index: number): string => String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26));
