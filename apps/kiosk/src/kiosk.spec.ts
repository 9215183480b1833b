import { describe, expect, it } from '@jest/globals';
import { languages, type DeviceConfig, type DeviceService, type IssuedTicket } from '@sunbeon/contract';
import fc from 'fast-check';
import { nextBox, type Direction } from './focus.ts';
import { homeItems } from './home-items.ts';
import { kioskTexts } from './kiosk-texts.ts';
import { whereTo } from './places.ts';
import { findServices, initialsOf, matches } from './search.ts';
import { pixelsPerMillimetre } from './sizes.ts';
import { isUntouched, newVisit, screenOf, visitReducer, type VisitAction } from './visit.ts';

const service = (ko: string, group = 'g', more: Partial<DeviceService> = {}): DeviceService => ({
  id: ko,
  code: ko,
  group,
  name: { ko },
  shortName: null,
  icon: null,
  zone: null,
  line: null,
  documents: [],
  guide: null,
  addOns: [],
  steps: [],
  atKiosk: true,
  ...more,
});

describe('texts of the kiosk', () => {
  it.each(Object.entries(kioskTexts))('%s has the same values in every language', (key, entry) => {
    for (const language of languages) {
      // Search by letters is offered in Korean, English and Vietnamese only.
      if (key !== 'search_example') expect(entry[language].trim()).not.toBe('');
      expect((entry[language].match(/\{\w+\}/g) ?? []).sort()).toEqual((entry.ko.match(/\{\w+\}/g) ?? []).sort());
    }
  });
});

describe('cards of the start screen', () => {
  const config = (sizes: Record<string, number>): Pick<DeviceConfig, 'groups' | 'services'> => ({
    groups: Object.keys(sizes).map((code) => ({ code, name: { ko: code }, icon: null })),
    services: Object.entries(sizes).flatMap(([code, n]) =>
      Array.from({ length: n }, (_, i) => service(`${code}${i}`, code)),
    ),
  });
  const shown = (sizes: Record<string, number>) =>
    homeItems(config(sizes)).map((item) => (item.kind === 'group' ? `[${item.group.code}]` : item.service.code));

  it('opens small groups out while eight cards hold them', () => {
    expect(shown({ a: 2, b: 1, c: 2, d: 3, e: 7 })).toEqual(['a0', 'a1', 'b0', 'c0', 'c1', '[d]', '[e]']);
    expect(shown({ a: 4, b: 4 })).toHaveLength(8);
    expect(shown({ a: 5, b: 4 })).toEqual(['[a]', 'b0', 'b1', 'b2', 'b3']);
  });
  it('shows no empty group, no service that is not for the kiosk, and loses none that has no group', () => {
    const { groups, services } = config({ a: 1, none: 0 });
    const all = [...services, service('hidden', 'a', { atKiosk: false }), service('loose', 'nowhere')];
    expect(homeItems({ groups, services: all }).map((item) => item.kind)).toEqual(['service', 'service']);
    expect(homeItems({ groups: [], services: [] })).toEqual([]);
  });
  it('leads to every service, whatever the office has', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 12 })),
        (sizes) => {
          const items = homeItems(config(sizes));
          const reached = items.flatMap((item) => (item.kind === 'group' ? item.services : [item.service]));
          expect(new Set(reached).size).toBe(Object.values(sizes).reduce((sum, n) => sum + n, 0));
        },
      ),
    );
  });
});

describe('finding a service', () => {
  it.each([
    ['여권 접수', 'ㅇㄱ', true],
    ['여권 접수', 'ㅈㅅ', true],
    ['여권 접수', '여ㄱ', true],
    ['여권 접수', '여권접', true],
    ['여권 접수', 'ㄱㅇ', false],
    ['여권 접수', 'ㅇㄱㅈㅅㅅ', false],
    ['등·초본 등 제증명', 'ㄷㅊㅂ', true],
    ['쓰레기 배출', 'ㅅㄹㄱ', true],
    ['쓰레기 배출', 'ㅆㄹㄱ', true],
    ['Passport application', 'passport a', true],
    ['Hộ chiếu', 'HO CHIEU', true],
    ['Đăng ký', 'DANG', true],
    ['여권', '', false],
    ['여권', ' ·', false],
  ])('%s by %s: %s', (name, typed, found) => expect(matches(name, typed)).toBe(found));

  it('reads initials', () => expect(initialsOf('까치 여권 A3')).toBe('ㄱㅊㅇㄱa3'));

  it('finds each name by its own initials', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), (parts) =>
        matches(parts.join(''), initialsOf(parts.join(''))),
      ),
    );
  });
  it('lists what begins so first, finds by add-on, and hides what is not for the kiosk', () => {
    const all = [
      service('어디서나 여권'),
      service('여권 접수', 'g', { addOns: [{ code: 'I', name: { ko: '국제운전면허증' } }] }),
      service('여권 비밀', 'g', { atKiosk: false }),
    ];
    expect(findServices(all, 'ㅇㄱ', 'ko').map((one) => one.code)).toEqual(['여권 접수', '어디서나 여권']);
    expect(findServices(all, '국제', 'en').map((one) => one.code)).toEqual(['여권 접수']);
    expect(findServices(all, '', 'ko')).toEqual([]);
  });
});

describe('a visit', () => {
  const walk = (...actions: VisitAction[]) => actions.reduce(visitReducer, newVisit('ko'));
  const openService = { type: 'open', screen: { name: 'service', serviceId: 's' } } as const;
  const openTicket = { type: 'open', screen: { name: 'ticket', ticket: { number: '216' } as IssuedTicket } } as const;

  it('goes back the way it came', () => {
    const visit = walk({ type: 'open', screen: { name: 'group', group: 'g' } }, openService);
    expect(screenOf(visitReducer(visit, { type: 'back' }))).toEqual({ name: 'group', group: 'g' });
    expect(screenOf(walk({ type: 'back' }))).toEqual({ name: 'start' });
  });
  it('takes the priority back to the service, whose add-ons stay chosen', () => {
    const visit = walk(
      openService,
      { type: 'addOn', code: 'x' },
      { type: 'open', screen: { name: 'priority' } },
      { type: 'priority', code: 'age_75' },
    );
    expect(screenOf(visit).name).toBe('service');
    expect(visit).toMatchObject({ priority: 'age_75', addOns: ['x'] });
  });
  it('forgets add-ons with the service they belong to', () => {
    expect(walk(openService, { type: 'addOn', code: 'x' }, { type: 'back' }, openService).addOns).toEqual([]);
    expect(walk(openService, { type: 'addOn', code: 'x' }, { type: 'addOn', code: 'x' }).addOns).toEqual([]);
  });
  it('does not lead from a ticket to a second one', () => {
    expect(screenOf(walk(openService, openTicket, { type: 'back' })).name).toBe('start');
  });
  it('leaves nothing of the last visitor, whatever was done', () => {
    const action = fc.constantFrom<VisitAction>(
      openService,
      openTicket,
      { type: 'open', screen: { name: 'search', typed: '' } },
      { type: 'typed', typed: '홍길동' },
      { type: 'priority', code: 'pregnant' },
      { type: 'language', language: 'vi' },
      { type: 'mode', mode: 'largeText' },
      { type: 'mode', mode: 'lowScreen' },
      { type: 'addOn', code: 'x' },
      { type: 'back' },
    );
    fc.assert(
      fc.property(fc.array(action), (actions) =>
        isUntouched(walk(...actions, { type: 'leave', language: 'ko' }), 'ko'),
      ),
    );
    expect(isUntouched(walk({ type: 'mode', mode: 'highContrast' }), 'ko')).toBe(false);
  });
});

it('knows the size of the glass: 12 mm are 47, 43, 39 and 33 px on 22, 24, 27 and 32 inches', () => {
  const twelve = (inches: number) => Math.round(12 * pixelsPerMillimetre(1080, 1920, inches));
  expect([22, 24, 27, 32].map(twelve)).toEqual([47, 43, 39, 33]);
});

it('leads the arrow keys to the nearest in line', () => {
  const box = (left: number, top: number) => ({ left, top, right: left + 10, bottom: top + 10 });
  const grid = [box(0, 0), box(20, 0), box(0, 20), box(20, 20)];
  const from = (index: number, direction: Direction) => {
    const others = grid.filter((_, i) => i !== index);
    const found = others[nextBox(others, grid[index] ?? box(0, 0), direction)];
    return found ? grid.indexOf(found) : -1;
  };
  expect([from(0, 'right'), from(0, 'down'), from(3, 'left'), from(3, 'up'), from(0, 'up')]).toEqual([1, 2, 2, 1, -1]);
});

it('says where to go: the zone, its colour, another line, or the words of the office', () => {
  const zone = (code: string) => ({ code, name: { ko: code }, color: '#ff0000', colorName: { ko: '빨간' } });
  const zones = [zone('A'), zone('B')];
  expect(whereTo({ zone: 'A', line: null }, zones)).toEqual({ zone: zones[0], line: zones[0], text: null });
  expect(whereTo({ zone: 'A', line: 'B' }, zones)).toEqual({ zone: zones[0], line: zones[1], text: null });
  expect(whereTo({ zone: 'A', line: 'red' }, zones)).toEqual({ zone: zones[0], line: zones[0], text: null });
  expect(whereTo({ zone: '2층', line: null }, zones)).toEqual({ zone: null, line: null, text: '2층' });
  expect(whereTo({ zone: null, line: null }, zones)).toEqual({ zone: null, line: null, text: null });
});
