import { z } from 'zod';
import { Id, Instant, Slug } from './basics.ts';
import { Password } from './identity.ts';
import { roles, sessionKinds } from './permissions.ts';

/** Secret of a link in a letter, as it stands behind `#`. */
export const LinkToken = z.string().min(1).max(200);
/** The password as somebody types it to show that it is him or her. */
const Typed = z.string().min(1).max(200);
/** Six digits of an authenticator app (RFC 6238, SHA-1, 30 s), or one of the recovery codes. Spaces and dashes do not count. */
export const SecondFactorCode = z.string().min(6).max(30);

/** `POST /api/auth/login/second-factor`: the challenge is good for five minutes and one log-in. */
export const SecondFactorLogin = z
  .strictObject({ challenge: z.string().min(1).max(200), code: SecondFactorCode })
  .meta({ id: 'SecondFactorLogin' });

/** `POST /api/auth/password/forgot`: the answer is the same whether there is such an account or not. */
export const PasswordForgot = z.strictObject({ email: z.string().min(3).max(200) }).meta({ id: 'PasswordForgot' });
/** `POST /api/auth/password/reset`: ends all sessions and unlocks the account. The link is good for 30 minutes, once. */
export const PasswordReset = z.strictObject({ token: LinkToken, password: Password }).meta({ id: 'PasswordReset' });
/** `POST /api/auth/password`: one's own; ends one's other sessions. */
export const PasswordChange = z.strictObject({ current: Typed, password: Password }).meta({ id: 'PasswordChange' });

/** `POST /api/auth/second-factor`: the password may be left out while the session is one of enrolment. */
export const SecondFactorBegin = z.strictObject({ password: Typed.optional() }).meta({ id: 'SecondFactorBegin' });
export const SecondFactorSecret = z
  .object({
    /** base32, for typing into an app. */
    secret: z.string(),
    /** otpauth://totp/…, for a QR code. */
    uri: z.string(),
  })
  .meta({ id: 'SecondFactorSecret' });
/** `POST /api/auth/second-factor/confirm`: from the first right code on, the account has a second factor. */
export const SecondFactorConfirm = z.strictObject({ code: SecondFactorCode }).meta({ id: 'SecondFactorConfirm' });
/** Password and code, to take the second factor away or to have new recovery codes. */
export const SecondFactorProof = z
  .strictObject({ password: Typed, code: SecondFactorCode })
  .meta({ id: 'SecondFactorProof' });
/** Ten codes, each for one log-in; shown this once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).length(10) }).meta({ id: 'RecoveryCodes' });

export const SessionRow = z
  .object({
    id: Id,
    /** The session that asks. */
    current: z.boolean(),
    kind: z.enum(sessionKinds),
    /** How it began. */
    by: z.enum(['password', 'pin', 'sso']),
    /** The browser's own words about itself. */
    program: z.string().nullable(),
    /** Address it was begun from, its last part hidden. */
    address: z.string().nullable(),
    beganAt: Instant,
    usedAt: Instant,
  })
  .meta({ id: 'SessionRow' });
export type SessionRow = z.infer<typeof SessionRow>;
export const SessionsEnded = z.object({ ended: z.int().min(0) }).meta({ id: 'SessionsEnded' });

/** Six digits. Which ones are too easy: `pin_weak`. */
export const Pin = z.string().regex(/^\d{6}$/, 'pin: six digits');
/** `PUT /api/auth/pin` */
export const PinSet = z.strictObject({ password: Typed, pin: Pin }).meta({ id: 'PinSet' });
/** `GET /api/auth/pin/people?office=`: who may take over in this office. */
export const PinPeopleQuery = z.strictObject({ office: Slug });
export const PinPerson = z.object({ id: Id, name: z.string() }).meta({ id: 'PinPerson' });
/**
 * `POST /api/auth/pin`: another person goes on where somebody is logged in. The session that asks ends; one with the rights
 * of a counter begins, for twelve hours at most. A counter that is open goes to the new person, with its ticket.
 */
export const PinTakeOver = z
  .strictObject({ office: Slug, staffId: Id, pin: Pin, counterId: Id.optional() })
  .meta({ id: 'PinTakeOver' });

/** `POST /api/auth/invitation`: what the page of an invitation shows. */
export const InvitationOpen = z.strictObject({ token: LinkToken }).meta({ id: 'InvitationOpen' });
export const InvitationShown = z
  .object({
    tenant: z.object({ slug: z.string(), name: z.string() }),
    email: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    expiresAt: Instant,
    /** A second factor is to be set up right after. */
    secondFactorRequired: z.boolean(),
  })
  .meta({ id: 'InvitationShown' });
/** `POST /api/auth/invitation/accept`: makes the account and logs it in. */
export const InvitationAccept = z
  .strictObject({ token: LinkToken, name: z.string().trim().min(1).max(80), password: Password })
  .meta({ id: 'InvitationAccept' });
