import type { z } from 'zod';
import type { ServiceTemplate } from '../office-template.ts';

/**
 * A service (업무) as offices all over the country know it: canonical code, names, usual documents, minutes and numbers.
 * Zones and lines are matters of a hall and not here.
 */
export interface CatalogueService extends Omit<z.input<typeof ServiceTemplate>, 'zone' | 'line' | 'quota' | 'issuing'> {
  /** Korean spellings met in the wild that mean this service. */
  readonly aliases: readonly string[];
}
