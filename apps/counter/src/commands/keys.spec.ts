import { describe, expect, it } from '@jest/globals';
import { counter, hall, now, ticket, at } from '../hall/spec-hall.ts';
import { whatMayBeDone } from '../hall/what-may-be-done.ts';
import { actionsOf, keyTable, type KeyAction, type KeyPress } from './keys.ts';

const press = (change: Partial<KeyPress>): KeyPress => ({
  code: 'Space',
  repeat: false,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  ...change,
});

describe('keys', () => {
  it('gives each action of the table its key', () => {
    for (const [action, row] of Object.entries(keyTable)) {
      const shiftKey = 'shift' in row;
      expect(actionsOf(press({ code: row.code, shiftKey }))).toContain(action);
    }
  });

  it('does nothing for a held key: one long press calls one person', () => {
    expect(actionsOf(press({ repeat: true }))).toEqual([]);
  });

  it.each(['ctrlKey', 'altKey', 'metaKey', 'isComposing'] as const)('leaves %s to browser and system', (held) => {
    expect(actionsOf(press({ code: 'KeyR', [held]: true }))).toEqual([]);
  });

  it('goes by the place of the key, so that 한글 mode makes no difference, and knows the keypad', () => {
    expect(actionsOf(press({ code: 'KeyR' }))).toEqual(['recall']);
    expect(actionsOf(press({ code: 'NumpadEnter' }))).toEqual(['complete']);
    expect(actionsOf(press({ code: 'NumpadDivide' }))).toEqual(['call']);
  });

  it('tells ? from / and Shift+Enter from Enter', () => {
    expect(actionsOf(press({ code: 'Slash', shiftKey: true }))).toEqual(['keys']);
    expect(actionsOf(press({ code: 'Enter', shiftKey: true }))).toEqual(['completeWith']);
    expect(actionsOf(press({ code: 'KeyR', shiftKey: true }))).toEqual([]);
  });

  it('never has two actions on one key that can both be done', () => {
    const own = ticket({ state: 'called', callCount: 2, calledAt: at(1), counter: '5' });
    const help = { kind: 'help', at: at(1) } as const;
    const undo = { move: 'call', until: at(-1) };
    const desks = [
      counter({ state: 'closed', staff: null }),
      counter({ staff: { id: 'other', name: '' } }),
      counter({ undo }),
      counter({ help }),
      counter({ state: 'paused', pauseReason: '점심' }),
      counter({ state: 'called', ticket: own, undo }),
      counter({ state: 'serving', ticket: { ...own, state: 'serving' }, pauseReason: '점심' }),
    ];
    for (const desk of desks) {
      const lists = {
        waiting: [ticket()],
        held: [ticket({ number: 'h', state: 'held' })],
        absent: [ticket({ number: 'n' })],
      };
      const may = whatMayBeDone(hall({ counters: [desk], ...lists }), desk, { staffId: 'me', nowMs: now });
      const keys = [...may].map((action) => keyTable[action as KeyAction].code);
      expect(keys.length).toBe(new Set(keys).size);
    }
  });
});
