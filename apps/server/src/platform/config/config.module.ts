import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.ts';

export const CONFIG = Symbol('CONFIG');

/** Gives the checked configuration to every slice. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
