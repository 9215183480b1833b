import { Injectable } from '@nestjs/common';
import type { LocalText } from '@sunbeon/contract';
import { OfficesReader } from '../offices/offices.reader.ts';
import type { Transaction } from '../platform/database/database.ts';
import { PublicLinks } from '../platform/http/public-links.ts';
import { escPos, type PaperMm } from './escpos.ts';
import { layoutOf } from './receipt-layouts.repository.ts';
import type { WaitingPrint } from './print-jobs.repository.ts';
import { layOutReceipt } from './receipt.ts';

/** What is laid out: a receipt that waits, or a made-up one. */
export type ToLayOut = Pick<
  WaitingPrint,
  'officeId' | 'configRevision' | 'facts' | 'language' | 'layout' | 'label' | 'again' | 'rehearsal'
> & { readonly officeName: LocalText };

/** Makes the bytes of a receipt from what is stored of it and the office's present configuration. */
@Injectable()
export class ReceiptMaker {
  constructor(
    private readonly offices: OfficesReader,
    private readonly links: PublicLinks,
  ) {}

  async bytes(tx: Transaction, print: ToLayOut, paperMm: PaperMm): Promise<Uint8Array> {
    const office = await this.offices.configOf(tx, print.officeId, print.configRevision);
    const { facts, language, layout, label, again, rehearsal, officeName } = print;
    const service = office.services.get(facts.serviceId);
    const zone = office.zones.find(({ code }) => code === service?.zone);
    const line = office.zones.find(({ code }) => code === service?.line) ?? zone;
    const lines = layOutReceipt(
      {
        office: officeName,
        service: service?.name ?? { ko: '-' },
        number: label,
        ahead: facts.ahead,
        wait: facts.wait,
        zone: zone?.name ?? null,
        line: line?.colorName ?? null,
        documents: service?.documents ?? [],
        link: facts.path === null ? null : this.links.to(facts.path),
        issuedAt: localMinute(Date.parse(facts.issuedAt), office.zone),
        again,
        rehearsal,
        test: facts.test === true,
      },
      layoutOf(layout),
      language,
      paperMm,
    );
    return escPos(lines);
  }
}

/** "2026-11-24 10:14" in the office's zone. */
function localMinute(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  return format.format(at);
}
