import { describe, expect, it } from '@jest/globals';
import { languages, type DeviceConfig, type DeviceService, type IssuedTicket, type Language } from '@sunbeon/contract';
import fc from 'fast-check';
import { nextBox, type Direction } from './focus.ts';
import { homeItems } from './home-items.ts';
import { kioskTexts } from './kiosk-texts.ts';
import { whereTo } from './places.ts';
import { keyboardOf } from './keyboard.ts';
import { findServices } from './search.ts';
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
      expect([key, entry[language].trim()]).not.toEqual([key, '']);
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
  const all = {
    groups: [{ code: 'permits', name: { ko: '허가민원', en: 'Permits' }, icon: null }],
    services: [
      service('등·초본 등 제증명', 'g', { words: { ko: ['인감증명서'], en: ['seal certificate'] } }),
      service('어디서나 여권'),
      service('여권 접수', 'g', {
        name: { ko: '여권 접수', zh: '护照申请', ja: '旅券申請' },
        addOns: [{ code: 'I', name: { ko: '국제운전면허증' } }],
      }),
      service('여권 비밀', 'g', { atKiosk: false }),
      service('식품·공중위생', 'permits', { words: { zh: ['餐厅'] } }),
    ],
    permits: [
      { code: 'F-1', serviceId: '식품·공중위생', name: '일반음식점 영업신고', field: '식품위생', days: 1, note: '' },
      { code: 'X-1', serviceId: 'nowhere', name: '일반음식점 폐업', field: '', days: 1, note: '' },
    ],
  };
  const found = (typed: string, language: Language = 'ko') =>
    findServices(all, typed, language).map(({ service: one, by, permit }) => [one.code, permit?.code ?? by]);

  it('looks for names, words, groups, what is done together with it, and kinds of permits', () => {
    expect(found('ㅇㄱㅈ')).toEqual([
      ['여권 접수', null],
      ['등·초본 등 제증명', '인감증명서'],
    ]);
    expect(found('인감')).toEqual([['등·초본 등 제증명', '인감증명서']]);
    expect(found('seal', 'en')).toEqual([['등·초본 등 제증명', 'seal certificate']]);
    expect(found('국제', 'en')).toEqual([['여권 접수', '국제운전면허증']]);
    expect(found('허가')).toEqual([['식품·공중위생', '허가민원']]);
    expect(found('음식')).toEqual([['식품·공중위생', 'F-1']]);
  });
  it('hides what is not for the kiosk, and finds nothing by nothing', () => {
    expect(found('여권').map(([code]) => code)).toEqual(['여권 접수', '어디서나 여권']);
    expect(found('')).toEqual([]);
  });

  it('can be reached by the keys of every language', () => {
    for (const language of languages) {
      const { keys, press } = keyboardOf(language, all);
      expect(new Set(keys).size).toBe(keys.length);
      expect(press('', keys[0] ?? '')).toBe(keys[0]);
    }
    expect(keyboardOf('zh', all).keys.toSorted()).toEqual(['护', '餐'].toSorted());
    expect(found(keyboardOf('ja', all).press('旅', '旅'), 'ja')).toEqual([['여권 접수', null]]);
    const { press, erase } = keyboardOf('ko', all);
    expect([...'ㅇㅣㄴㄱㅏㅁ'].reduce(press, '')).toBe('인감');
    expect(erase('인감')).toBe('인가');
    expect([...'가'.repeat(40)].reduce(press, '')).toHaveLength(30);
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
