import { Device } from './devices/device.entity.ts';
import { Counter, CounterLive, CounterService } from './offices/counter.entity.ts';
import { NumberSeries, Office, OfficeLive } from './offices/office.entity.ts';
import { Service } from './offices/service.entity.ts';

/** All entities. A list and not a glob: the bundle carries them. */
export const entities = [Counter, CounterLive, CounterService, Device, NumberSeries, Office, OfficeLive, Service];
