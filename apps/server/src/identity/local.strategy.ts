import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { refuse } from '../platform/http/problem.ts';
import { inputOf } from '../platform/http/route.ts';
import { LoginService } from './login.service.ts';
import type { Account } from './sessions.service.ts';

/** passport's strategy for e-mail and password. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly logins: LoginService) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  async validate(request: FastifyRequest, email: string, password: string): Promise<Account | false> {
    return (await this.logins.check(email, password, request.ip)) ?? false;
  }
}

/** Lets a log-in pass whose password is right; passport leaves the account in the request. */
@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    // A body that does not fit the schema is told so and is no guess.
    inputOf('login', context.switchToHttp().getRequest<FastifyRequest>());
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T>(error: unknown, account: T | false): T {
    if (error) throw error;
    return account || refuse('bad_credentials');
  }
}
