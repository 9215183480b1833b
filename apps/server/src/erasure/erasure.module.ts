import { Module } from '@nestjs/common';
import { ErasureController } from './erasure.controller.ts';
import { ErasureRepository } from './erasure.repository.ts';
import { ErasureRunner } from './erasure.runner.ts';
import { ErasureService } from './erasure.service.ts';
import { TenantRows } from './tenant-rows.ts';

/** The end of a tenant, with proof. */
@Module({ controllers: [ErasureController], providers: [ErasureRepository, ErasureRunner, ErasureService, TenantRows] })
export class ErasureModule {}
