import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { refuse } from '../platform/http/problem.ts';

/** A person manages the devices of the offices he or she works for. @throws not_found: what is not theirs is not there */
export function mayManage(staff: StaffIdentity, officeId: string): void {
  if (!worksAt(staff, officeId)) refuse('not_found');
}
