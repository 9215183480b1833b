import { z } from 'zod';

/** What a new institution does, in this order, until its hall works. */
export const firstRunSteps = ['office', 'services', 'counters', 'people', 'second_factor', 'kiosk', 'ticket'] as const;
export type FirstRunStep = (typeof firstRunSteps)[number];

/**
 * `GET /api/admin/first-run`: the steps that are the person's own by what they may do, each read from what is there.
 * `count`: offices; services that a counter does; counters with a service; people beside oneself and open invitations;
 * 1 once one's own second factor is set; paired kiosks; tickets drawn.
 */
export const FirstRun = z
  .object({
    steps: z.array(z.object({ step: z.enum(firstRunSteps), done: z.boolean(), count: z.int().min(0) })),
    /** All of the steps above are done. */
    done: z.boolean(),
    /** This person put it aside; what is done goes on being told. */
    aside: z.boolean(),
  })
  .meta({ id: 'FirstRun' });
export type FirstRun = z.infer<typeof FirstRun>;

/** `PUT /api/admin/first-run`: put the steps aside, or have them back. */
export const FirstRunAside = z.strictObject({ aside: z.boolean() }).meta({ id: 'FirstRunAside' });
