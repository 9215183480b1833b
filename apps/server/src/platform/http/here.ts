import { createParamDecorator, Inject, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { OwnOrigin } from './own-origin.ts';

const request = createParamDecorator((_: unknown, context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

@Injectable()
class OriginOf implements PipeTransform<FastifyRequest, string> {
  private readonly own: OwnOrigin;

  constructor(@Inject(CONFIG) config: Config) {
    this.own = new OwnOrigin(config);
  }

  transform(value: FastifyRequest): string {
    return this.own.of(value);
  }
}

/** Origin of this installation as people reach it: `https://wait.example`. */
export const Here = (): ParameterDecorator => request(OriginOf);
