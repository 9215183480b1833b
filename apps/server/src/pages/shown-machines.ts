import { Logger } from '@nestjs/common';
import type { UnmannedKioskRow, UnmannedKiosksReader } from '../unmanned-kiosks/unmanned-kiosks.reader.ts';

interface Kept {
  readonly machines: Promise<readonly UnmannedKioskRow[]>;
  readonly readAt: number;
}

/** As long as a page may be kept by others. */
const KEPT_MS = 2_000;

/**
 * Unmanned kiosks of each tenant, for pages of which many are asked for at once. While nothing changes it is the same list, by
 * which pages that were made of it are known.
 */
export class ShownMachines {
  private readonly logger = new Logger(ShownMachines.name);
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly reader: Pick<UnmannedKiosksReader, 'shown'>) {}

  of(tenantId: string): Promise<readonly UnmannedKioskRow[]> {
    const known = this.kept.get(tenantId);
    if (known && Date.now() - known.readAt < KEPT_MS) return known.machines;
    const machines = this.read(tenantId, known?.machines ?? Promise.resolve([]));
    this.kept.set(tenantId, { machines, readAt: Date.now() });
    return machines;
  }

  /** The waits are shown also while the directory cannot be read: with what was there before. */
  private async read(
    tenantId: string,
    before: Promise<readonly UnmannedKioskRow[]>,
  ): Promise<readonly UnmannedKioskRow[]> {
    const old = await before;
    try {
      const machines = await this.reader.shown({ tenantId });
      return JSON.stringify(machines) === JSON.stringify(old) ? old : machines;
    } catch (error) {
      this.logger.warn({ msg: 'unmanned kiosks could not be read; the page goes on with those before', err: error });
      return old;
    }
  }
}
