import type { OfficeFacts } from '@sunbeon/contract';

export type FactFault = 'required' | 'code' | 'twice' | 'number' | 'reversed';
type Found = [path: string, code: FactFault][];

/** Least and most of the rules of calling, as the contract has them. */
export const callingRanges = {
  priorityPerRegular: [0, 10],
  longestWaitMinutes: [1, 600],
  callsBeforeNoShow: [1, 10],
  graceMinutes: [0, 480],
  reinstateAfter: [0, 50],
} as const satisfies Readonly<Partial<Record<keyof OfficeFacts['calling'], readonly [number, number]>>>;
export type CallingRule = keyof typeof callingRanges;

/** What cannot be, each at its place: `name`, `calling.graceMinutes`, `zones.1.code`; empty = it can be sent. */
export function factFaults(facts: OfficeFacts): ReadonlyMap<string, FactFault> {
  const { name, calling, overflow, groups, zones, priorities } = facts;
  const rules = (Object.keys(callingRanges) as CallingRule[]).flatMap((rule) =>
    when(!isWithin(calling[rule], callingRanges[rule]), `calling.${rule}`, 'number'),
  );
  return new Map<string, FactFault>([
    ...when(name.ko.trim() === '', 'name', 'required'),
    ...rules,
    ...when(!isWithin(overflow.from, [1, 9_999]), 'overflow.from', 'number'),
    ...when(!isWithin(overflow.to, [1, 9_999]), 'overflow.to', 'number'),
    ...when(overflow.from > overflow.to, 'overflow.to', 'reversed'),
    ...rows('groups', groups, /^\S{1,40}$/),
    ...rows('zones', zones, /^\S{1,40}$/),
    ...zones.flatMap((zone, at) => when(zone.colorName.ko.trim() === '', `zones.${at}.colorName`, 'required')),
    ...rows('priorities', priorities, /^[a-z][a-z0-9_]{1,39}$/),
  ]);
}

const when = (wrong: boolean, path: string, code: FactFault): Found => (wrong ? [[path, code]] : []);
const isWithin = (value: number, [least, most]: readonly [number, number]): boolean =>
  Number.isInteger(value) && least <= value && value <= most;

function rows(list: string, all: readonly { code: string; name: { ko: string } }[], code: RegExp): Found {
  return all.flatMap((one, at) => [
    ...when(one.name.ko.trim() === '', `${list}.${at}.name`, 'required'),
    ...when(!code.test(one.code), `${list}.${at}.code`, 'code'),
    ...when(
      all.slice(0, at).some((other) => other.code === one.code),
      `${list}.${at}.code`,
      'twice',
    ),
  ]);
}
