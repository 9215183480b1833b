import { describe, expect, it } from '@jest/globals';
import {
  addOnsFor,
  checkJourney,
  completeStep,
  hasOpenStep,
  nextStepIndex,
  remainingServices,
  replaceStep,
  stepsOf,
} from './journey.ts';

describe('a journey', () => {
  const steps = stepsOf(['family_register', 'resident_register', 'id_card']);

  it('goes through its steps in order', () => {
    const second = completeStep(steps, 0);
    expect(nextStepIndex(steps, 0)).toBe(1);
    expect(remainingServices(second, 1)).toEqual(['id_card']);
    expect(nextStepIndex(second, 2)).toBeNull();
    expect(steps[0]?.done).toBe(false);
  });

  it('passes over a step that is done already', () => {
    expect(nextStepIndex(completeStep(steps, 1), 0)).toBe(2);
  });

  it('exchanges a step when it is transferred', () => {
    expect(replaceStep(steps, 1, 'permit').map(({ serviceId }) => serviceId)).toEqual([
      'family_register',
      'permit',
      'id_card',
    ]);
    expect(hasOpenStep(steps, 'id_card')).toBe(true);
    expect(hasOpenStep(completeStep(steps, 2), 'id_card')).toBe(false);
  });

  it('offers the driving permit with a passport application only', () => {
    const addOns = [{ code: 'driving_permit', serviceIds: ['passport_apply'] }];
    expect(addOnsFor(addOns, ['passport_apply'])).toEqual(['driving_permit']);
    expect(addOnsFor(addOns, ['passport_collect'])).toEqual([]);
  });

  it('is checked as configured', () => {
    const known = ['marriage', 'move_in'];
    const check = (...serviceIds: string[]) => checkJourney({ code: 'one_stop', kind: 'bundle', serviceIds }, known);
    expect(check('marriage', 'move_in')).toEqual([]);
    expect(check('marriage')).toEqual(['too_few_steps']);
    expect(check('marriage', 'marriage')).toEqual(['step_twice']);
    expect(check('marriage', 'nothing')).toEqual(['unknown_service']);
  });
});
