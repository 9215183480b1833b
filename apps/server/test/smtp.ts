/** Journeys use it as well; it stands where all tests may reach it. */
export { startSmtp, type ReceivedMail, type TestSmtp } from '../../../tools/testing/smtp.ts';
