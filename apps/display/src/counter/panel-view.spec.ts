import { describe, expect, it } from '@jest/globals';
import { specBoard, specCall, specCounter, specService } from '../spec-support.ts';
import { panelViews } from './panel-view.ts';

const counters = [{ number: '5', name: { ko: '여권', en: 'Passports' }, serviceIds: ['passport', 'pickup'] }];
const services = [
  specService(),
  specService({ id: 'pickup', names: { ko: '여권 찾기' }, waiting: 2 }),
  specService({ id: 'other', waiting: 40 }),
];
const config = { settings: { counters: ['5'] }, counters };
const nothingFresh = new Set<number>();
const views = (counter: Parameters<typeof specCounter>[0], calls = [specCall(1)], fresh = nothingFresh) =>
  panelViews(specBoard({ services, calls, counters: [specCounter(counter)] }), config, fresh, 'ko');

describe('panelViews', () => {
  it('shows the called number, its service and all who wait for this counter', () => {
    const [view] = views({ state: 'called', calling: { number: '201', serviceId: 'pickup' } });
    expect(view).toMatchObject({ state: 'called', ticket: '201', service: '여권 찾기', waiting: 16, recall: false });
  });
  it('shows the name of the counter while nobody is there', () => {
    expect(views({ state: 'open' })[0]).toMatchObject({ state: 'open', ticket: null, service: '여권' });
  });
  it('inverts for a fresh call to this counter, and marks a recall of the number that is there', () => {
    const calling = { number: '201', serviceId: 'passport' };
    const recalled = [specCall(2, { number: '201', recall: true }), specCall(1)];
    expect(views({ state: 'called', calling }, recalled, new Set([2]))[0]).toMatchObject({
      inverted: true,
      recall: true,
    });
    expect(views({ state: 'called', calling }, recalled, new Set([1]))[0]).toMatchObject({ inverted: false });
    const elsewhere = [specCall(3, { counter: '9' })];
    expect(views({ state: 'open' }, elsewhere, new Set([3]))[0]).toMatchObject({ inverted: false });
  });
  it('tells the planned end of a pause only during one', () => {
    const pausedUntil = '2026-11-23T13:10:00+09:00';
    expect(views({ state: 'paused', pausedUntil })[0]?.pausedUntil).toBe(pausedUntil);
    expect(views({ state: 'open', pausedUntil })[0]?.pausedUntil).toBeNull();
  });
  it('names a counter that the office does not have, and claims nothing of it', () => {
    const [view] = panelViews(specBoard(), { settings: { counters: ['77'] } }, nothingFresh, 'ko');
    expect(view).toMatchObject({ number: '77', state: 'unknown', waiting: null, ticket: null });
  });
  it('shows all counters when the settings name none', () => {
    expect(panelViews(specBoard(), { settings: {} }, nothingFresh, 'ko').map(({ number }) => number)).toEqual(['5']);
  });
});
