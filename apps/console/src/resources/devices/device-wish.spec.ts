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
  };
  expect(settingsOf('display', form)).toEqual({ screen: 'counter', voice: false, languages: ['ko'] });
  expect(settingsOf('kiosk', form)).toEqual({ languages: ['ko'], idleSeconds: 60 });
  expect(settingsOf('relay', form)).toEqual({});
  expect(settingsOf('printer', undefined)).toEqual({});
});
