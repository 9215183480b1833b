import { z } from 'zod';
import { Id, Instant, LocalText, Slug } from './basics.ts';
import { NumberRange, OfficeHours, ServiceCode } from './office-template.ts';
import { TenantStatus } from './tenant-life.ts';

/** Steps from sign-up to the first ticket, in their order. */
export const setupSteps = ['office', 'counters', 'staff', 'kiosk', 'ticket'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** `GET /api/setup`: what is done is read from what is there, never stored. */
export const SetupProgress = z
  .object({
    tenant: z.object({ slug: z.string(), name: z.string(), status: TenantStatus, trialEndsAt: Instant.nullable() }),
    /** `count`: offices, counters, people beside the owner and open invitations, paired kiosks, tickets drawn. */
    steps: z.array(z.object({ step: z.enum(setupSteps), done: z.boolean(), count: z.int() })),
    done: z.boolean(),
    /** The first office that was made. */
    office: z
      .object({
        id: Id,
        slug: z.string(),
        name: z.string(),
        counters: z.int(),
        services: z.int(),
        /** While it is closed no ticket can be drawn; `opensAt` says when it opens, null = open now, or never. */
        openNow: z.boolean(),
        opensAt: Instant.nullable(),
      })
      .nullable(),
    /** Its first kiosk, paired or not yet. */
    kiosk: z.object({ id: Id, name: z.string(), paired: z.boolean() }).nullable(),
  })
  .meta({ id: 'SetupProgress' });
export type SetupProgress = z.infer<typeof SetupProgress>;

export const setupTemplateCodes = ['district_hall', 'town_office', 'county_office'] as const;
export const SetupTemplateCode = z.enum(setupTemplateCodes);
export type SetupTemplateCode = z.infer<typeof SetupTemplateCode>;

/** A service as a template proposes it. */
export const SetupService = z.object({
  code: ServiceCode,
  name: LocalText,
  group: z.object({ code: z.string(), name: LocalText }),
  numbers: NumberRange,
  targetMinutes: z.number(),
  documents: z.array(LocalText),
  icon: z.string().nullable(),
  /** Proposed to be there; the others are offered. */
  chosen: z.boolean(),
  /** Codes that it needs: steps of a one-stop service, add-ons. They come along when it is chosen. */
  needs: z.array(ServiceCode),
  atKiosk: z.boolean(),
});
export type SetupService = z.infer<typeof SetupService>;

/** `GET /api/setup/templates` */
export const SetupTemplate = z
  .object({
    code: SetupTemplateCode,
    name: LocalText,
    description: LocalText,
    counters: z.int(),
    hours: OfficeHours,
    services: z.array(SetupService),
  })
  .meta({ id: 'SetupTemplate' });
export type SetupTemplate = z.infer<typeof SetupTemplate>;

/** `POST /api/setup/office`: a template, as one wants it. What is left out is as the template proposes. */
export const SetupOffice = z
  .strictObject({
    template: SetupTemplateCode,
    slug: Slug.default('main'),
    name: z.string().trim().min(1).max(200),
    address: z.string().trim().max(300).default(''),
    services: z
      .array(
        z.strictObject({
          code: ServiceCode,
          name: z.string().trim().min(1).max(200).optional(),
          numbers: NumberRange.optional(),
          targetMinutes: z.number().min(0.1).max(240).optional(),
        }),
      )
      .min(1)
      .max(60)
      .optional(),
    counters: z.int().min(1).max(60).optional(),
    hours: OfficeHours.optional(),
  })
  .meta({ id: 'SetupOffice' });
export type SetupOffice = z.output<typeof SetupOffice>;
export const SetupOfficeMade = z
  .object({ id: Id, slug: z.string(), services: z.int(), counters: z.int() })
  .meta({ id: 'SetupOfficeMade' });
