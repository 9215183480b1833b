import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditKeeper } from './audit.keeper.ts';
import { AuditReader } from './audit.reader.ts';
import { AuditService } from './audit.service.ts';

/** Who changed what and who read whose data, as it is searched, proved, taken out and kept. */
@Module({ controllers: [AuditController], providers: [AuditKeeper, AuditReader, AuditService] })
export class AuditModule {}
