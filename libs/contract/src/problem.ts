import { z } from 'zod';
import { LimitUse } from './tenant-life.ts';

/**
 * The one table of error codes: code -> HTTP status and title. Clients switch on `code`, people read `title`.
 * What belongs to another tenant answers exactly as what does not exist: not_found.
 */
export const problems = {
  // request
  validation: [422, 'The request does not fit the schema'],
  malformed_json: [400, 'The body is not JSON'],
  body_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'Send application/json'],
  not_found: [404, 'There is no such thing'],
  method_not_allowed: [405, 'This method is not allowed here'],
  idempotency_key_required: [400, 'This request needs an Idempotency-Key header'],
  idempotency_key_reused: [422, 'This Idempotency-Key was used with another body'],
  too_many_requests: [429, 'Too many requests; try again later'],
  // who
  unauthenticated: [401, 'Log in, or send a valid token'],
  bad_credentials: [401, 'E-mail or password is wrong'],
  second_factor_required: [401, 'Send the code of your authenticator app with this challenge'],
  bad_code: [401, 'This code is wrong or was used already'],
  challenge_over: [401, 'The time for the code is over; log in again'],
  second_factor_needed: [403, 'This account must set up a second factor first'],
  second_factor_mandatory: [409, 'This account must keep its second factor'],
  second_factor_set: [409, 'This account has a second factor already'],
  second_factor_missing: [409, 'This account has no second factor'],
  password_common: [422, 'This password is one of those that are tried first'],
  password_personal: [422, 'A password must not hold the e-mail, the name or the institution'],
  password_reused: [422, 'This is one of the last three passwords'],
  link_invalid: [404, 'This link is wrong, used or expired'],
  pin_wrong: [401, 'This PIN is wrong'],
  pin_locked: [409, 'This PIN is locked until its owner logs in with the password'],
  pin_weak: [422, 'This PIN is too easy to guess'],
  last_owner: [409, 'A tenant keeps at least one active owner'],
  forbidden: [403, 'You may not do this'],
  pairing_code_invalid: [404, 'This pairing code is wrong, used or expired'],
  device_revoked: [401, 'This device was revoked'],
  tenant_inactive: [403, 'This tenant is not active'],
  signup_closed: [403, 'Nobody can sign up here'],
  terms_outdated: [409, 'The terms have changed; read and agree to the present ones'],
  // tenants
  plan_limit: [409, 'The plan of this tenant does not allow more of these'],
  status_not_allowed: [409, 'The status of the tenant does not allow this'],
  sso_only: [403, 'Log in by the identity provider of your organisation'],
  sso_unavailable: [503, 'The identity provider of the organisation cannot be used now'],
  sso_refused: [401, 'The log-in at the identity provider was not accepted'],
  sso_no_account: [403, 'Nobody here belongs to this log-in'],
  // hall
  office_closed: [409, 'The office is closed'],
  not_yet_issuing: [409, 'Tickets are not given out yet'],
  quota_reached: [409, 'All tickets of this service are given out'],
  issuing_stopped: [409, 'Giving out tickets is stopped for this service'],
  service_unknown: [422, 'The office has no such service'],
  add_on_unknown: [422, 'The service has no such add-on'],
  phone_not_allowed: [422, 'The tenant does not take phone numbers'],
  consent_required: [422, 'A phone number needs the consent that is shown now; read the configuration again'],
  consent_missing: [422, 'Write the text that visitors agree to first'],
  print_taken: [409, 'This receipt was handed to a printer already'],
  print_over: [409, 'What became of this receipt is known already'],
  no_printer: [409, 'This device prints no tickets'],
  printer_not_allowed: [422, 'This installation sends to no printer at this address'],
  hardware_authority: [409, 'The ticket hardware decides in this office'],
  // moves: the refusals of the domain under their own names
  move_not_allowed: [409, 'The state of the ticket does not allow this'],
  counter_required: [409, 'This needs a counter'],
  counter_busy: [409, 'The counter still has a ticket'],
  counter_closed: [409, 'The counter is closed'],
  counter_paused: [409, 'The counter is paused'],
  counter_has_ticket: [409, 'The counter still has a ticket'],
  not_this_counter: [409, 'The ticket is not at this counter'],
  service_not_at_counter: [409, 'This counter does not do that service'],
  too_few_calls: [409, 'The ticket must be called more often before it is marked absent'],
  too_late: [409, 'The time for this is over'],
  already_reinstated: [409, 'The ticket was brought back once already'],
  postpone_limit: [409, 'The ticket was postponed as often as is allowed'],
  transfer_nowhere: [409, 'The ticket is there already'],
  service_already_there: [409, 'The ticket has this service already'],
  unknown_priority: [422, 'The office knows no such priority'],
  nothing_to_undo: [409, 'There is nothing that can be undone'],
  undo_overtaken: [409, 'Something else happened since; the last action cannot be undone'],
  // counters
  counter_open: [409, 'The counter is open already'],
  counter_idle: [409, 'The counter has no ticket'],
  counter_working: [409, 'Nobody is on a break at this counter'],
  call_back_missing: [409, 'Nobody asks to come back to this counter any more'],
  counter_taken: [409, 'Another person works at this counter'],
  clock_is_real: [409, 'Only a rehearsal tenant has a clock of its own'],
  slug_taken: [409, 'This slug is taken'],
  conflict: [409, 'This contradicts what is stored'],
  changed_meanwhile: [409, 'Somebody else changed this meanwhile; read it anew and decide'],
  media_full: [409, 'The media library of this tenant is full'],
  media_unusable: [422, 'This file is no whole picture or film of a kind that screens show; issues say why'],
  in_use: [409, 'This is still in use; issues say by what'],
  numbers_used_today: [409, 'Tickets with numbers of this range were given out on this business day'],
  file_unreadable: [422, 'This file cannot be read; send CSV or XLSX'],
  file_too_long: [422, 'The file has more rows than can be taken at once'],
  import_faulty: [422, 'Some rows are wrong, or nothing would change; nothing was taken'],
  notification_text_faulty: [422, 'This text cannot be sent as it is; issues say why'],
  tenant_required: [422, 'Name the tenant'],
  tenant_not_closed: [409, 'Only a closed tenant can be erased'],
  export_not_ready: [409, 'The archive is not there yet, or no more'],
  export_code_invalid: [404, 'This code is wrong, used or expired'],
  // us
  unavailable: [503, 'Not ready; try again in a moment'],
  internal: [500, 'A fault on our side; the trace id helps us find it'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** Body of every error answer, `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    traceId: z.string(),
    detail: z.string().optional(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** With `second_factor_required`: goes to `POST /api/auth/login/second-factor` within five minutes. */
    challenge: z.string().optional(),
    /** Of plan_limit: which limit, its value and how much of it is used. */
    limit: LimitUse.optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
