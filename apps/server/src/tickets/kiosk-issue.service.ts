import { Injectable } from '@nestjs/common';
import type { IssuedTicket } from '@sunbeon/contract';
import { actorOf, type DeviceIdentity } from '../platform/auth/identity.ts';
import { Idempotency } from '../platform/http/idempotency.ts';
import type { IdempotencyInput, RouteInput } from '../platform/http/route.ts';
import { ContactOvertaken, ContactsService } from './contacts.service.ts';
import { TicketsService } from './tickets.service.ts';

/** Gives out tickets at a kiosk, with a phone number where the tenant takes them. */
@Injectable()
export class KioskIssueService {
  constructor(
    private readonly tickets: TicketsService,
    private readonly contacts: ContactsService,
    private readonly idempotency: Idempotency,
  ) {}

  /** @throws phone_not_allowed, consent_required; and as TicketsService.issue */
  async issue(device: DeviceIdentity, input: RouteInput<'kioskIssue'>): Promise<IssuedTicket> {
    const { phone, consentVersion, ...order } = input.body;
    const scope = { tenantId: device.tenantId };
    const actor = { kind: 'device', id: device.deviceId } as const;
    const idempotent = this.idempotency.describe(actorOf(device), withoutContact(input.idempotency));
    for (let tries = 1; ; tries += 1) {
      const given = phone === undefined ? undefined : { phone, consentVersion, language: order.language };
      const contact = given && (await this.contacts.prepare(scope, given));
      try {
        const whole = { ...order, channel: 'kiosk', contact, printAt: device.deviceId } as const;
        return await this.tickets.issue(scope, actor, device.officeId, whole, idempotent);
      } catch (error) {
        // Sealed again, the number is stored, or refused for what changed.
        if (!(error instanceof ContactOvertaken) || tries > 3) throw error;
      }
    }
  }
}

/**
 * What a key holds a request to is kept for a day as a hash, from which a number of ten digits could be guessed; and a kiosk
 * that restarts sends its request again without the number, which it did not keep.
 */
function withoutContact(input: IdempotencyInput | undefined): IdempotencyInput | undefined {
  if (!input) return undefined;
  const { phone: _phone, consentVersion: _version, ...body } = input.body as Record<string, unknown>;
  return { ...input, body };
}
