import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refuse } from '../http/problem.ts';
import { identityOf } from './access.guard.ts';
import type { DeviceIdentity, Identity, StaffIdentity } from './identity.ts';

const identityIn = (context: ExecutionContext): Identity =>
  identityOf(context.switchToHttp().getRequest<FastifyRequest>());

/** The person who asks. */
export const Staff = createParamDecorator((_: unknown, context: ExecutionContext): StaffIdentity => {
  const identity = identityIn(context);
  return identity.kind === 'staff' ? identity : refuse('forbidden');
});

/** The device that asks. */
export const Device = createParamDecorator((_: unknown, context: ExecutionContext): DeviceIdentity => {
  const identity = identityIn(context);
  return identity.kind === 'device' ? identity : refuse('forbidden');
});

/** Whoever asks, person or device, where both may. */
export const Someone = createParamDecorator((_: unknown, context: ExecutionContext): Identity => identityIn(context));
