import { expect, it } from '@jest/globals';
import { settingsOf } from './device-wish.ts';

it('sends the settings of the kind, without what is empty', () => {
  const form = {
    screen: 'counter',
    counters: [],
    voice: false,
    volume: null,
    languages: ['ko'],
    idleSeconds: 60,
    diagonalInches: '',
    layout: 'a-layout',
  };
  expect(settingsOf('display', form)).toEqual({
    screen: 'counter',
    voice: false,
    languages: ['ko'],
    layout: 'a-layout',
  });
  expect(settingsOf('kiosk', form)).toEqual({ languages: ['ko'], idleSeconds: 60 });
  expect(settingsOf('relay', form)).toEqual({});
  expect(settingsOf('printer', undefined)).toEqual({});
});

it('sends of a printer what its way needs, and none where none is chosen', () => {
  const printer = { way: 'network', host: '192.168.10.21', port: 9100, baudRate: 9600, paperMm: 80 };
  const of = (way: string | null) => settingsOf('kiosk', { printer: { ...printer, way } }).printer;
  expect(of('network')).toEqual({ way: 'network', host: '192.168.10.21', port: 9100, paperMm: 80 });
  expect(of('serial')).toEqual({ way: 'serial', baudRate: 9600, paperMm: 80 });
  expect(of('browser')).toEqual({ way: 'browser' });
  expect(of(null)).toBeUndefined();
  expect(of('')).toBeUndefined();
  expect(settingsOf('display', { printer })).toEqual({});
});
