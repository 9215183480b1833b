import { Global, Module } from '@nestjs/common';
import { AttemptLimits } from './attempt-limits.ts';
import { PasswordAgain } from './password-again.ts';
import { Passwords } from './passwords.ts';

/** What slices need to check people and devices. */
@Global()
@Module({ providers: [AttemptLimits, PasswordAgain, Passwords], exports: [AttemptLimits, PasswordAgain, Passwords] })
export class AuthModule {}
