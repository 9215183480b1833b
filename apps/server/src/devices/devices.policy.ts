import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { refuse } from '../platform/http/problem.ts';

/** A person manages the devices of the offices he or she works for. Those of other offices are not there. @throws not_found */
export function mayManage(staff: StaffIdentity, officeId: string): void {
  if (!worksAt(staff, officeId)) refuse('not_found');
}
