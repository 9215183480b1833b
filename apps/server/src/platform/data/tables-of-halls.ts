import { untilErased, type TableFacts } from './table-facts.ts';

/** As long as the tenant says; the function that deletes them decides by itself that their time has come. */
const byTerm = {
  kept: 'the tenant’s term, 5 years unless set; then figures',
  deletedBy: 'job retention.keep',
} as const;

/** Tables of offices, devices, tickets and figures. */
export const hallTables: Readonly<Record<string, TableFacts>> = {
  office: untilErased,
  office_live: untilErased,
  announcement: {
    kept: 'a year after its end',
    deletedBy: 'job retention.keep',
    aged: "ends_at < now() - interval '1 year'",
  },
  // Free text of people who configure offices.
  permit: { ...untilErased, personal: ['note'] },
  unmanned_kiosk: untilErased,
  media: { kept: 'until somebody deletes it', deletedBy: 'whoever looks after the screens; job erasure.run' },
  media_part: { kept: 'as long as its file', deletedBy: 'with its file', rowsAtOnce: 8 },
  playlist: { kept: 'until somebody deletes it', deletedBy: 'whoever looks after the screens; job erasure.run' },
  playlist_item: { kept: 'as long as its playlist', deletedBy: 'with its playlist' },
  screen_layout: { kept: 'until somebody deletes it', deletedBy: 'whoever looks after the screens; job erasure.run' },
  kiosk_screen: untilErased,
  number_series: untilErased,
  service: untilErased,
  counter: untilErased,
  counter_service: untilErased,
  counter_live: {
    kept: 'the present state',
    deletedBy: 'overwritten; job erasure.run',
    personal: ['staff_id', 'call_back'],
  },
  shift: { ...byTerm, personal: ['staff_id'] },
  // Numbers are drawn on the office's own day; a rehearsal's may lie years back.
  series_day: {
    kept: '60 days',
    deletedBy: 'job retention.keep',
    aged: `business_on < (select min(l.business_on) from office_live l where l.tenant_id = series_day.tenant_id)
      - interval '60 days'`,
  },
  // Notes are free text of staff: they may name somebody.
  ticket: { ...byTerm, personal: ['note', 'hold_reason'], secret: { token_hash: 'of the ticket page’s address' } },
  ticket_event: { ...byTerm, personal: ['actor'] },
  hardware_event: byTerm,
  ticket_contact: {
    kept: 'until the day is closed, 36 hours at most',
    deletedBy: 'job contacts.forget',
    personal: ['phone', 'last4'],
  },
  day_figure: untilErased,
  figured_day: untilErased,
  device: { ...untilErased, secret: { token_hash: 'of the device’s token' } },
  device_pairing: {
    kept: 'a week after its ten minutes',
    deletedBy: 'the next code of the device; job retention.keep',
    aged: "expires_at < now() - interval '7 days'",
    notExported: 'hashes of codes that are used once',
  },
  device_alert: {
    kept: 'a year after its end',
    deletedBy: 'job retention.keep',
    aged: "ended_at < now() - interval '1 year'",
    personal: ['seen_by'],
  },
  print_job: {
    kept: '2 days; the address of the ticket’s page until it is handed to a printer',
    deletedBy: 'job retention.keep',
    aged: "wanted_at < now() - interval '2 days'",
    personal: ['asked_by'],
    secret: { facts: 'the address of the ticket’s page' },
  },
  receipt_layout: untilErased,
  device_picture: {
    kept: '10 minutes',
    deletedBy: 'job devices.watch',
    personal: ['asked_by'],
    notExported: 'pictures for ten minutes',
  },
};
