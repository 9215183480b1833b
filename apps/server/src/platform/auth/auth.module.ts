import { Global, Module } from '@nestjs/common';
import { AttemptLimits } from './attempt-limits.ts';
import { Passwords } from './passwords.ts';

/** What slices need to check people and devices. */
@Global()
@Module({ providers: [AttemptLimits, Passwords], exports: [AttemptLimits, Passwords] })
export class AuthModule {}
