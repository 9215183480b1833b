import { Module } from '@nestjs/common';
import { FirstRunController } from './first-run.controller.ts';
import { FirstRunReader } from './first-run.reader.ts';
import { FirstRunService } from './first-run.service.ts';

/** The first steps of a new institution. */
@Module({ controllers: [FirstRunController], providers: [FirstRunReader, FirstRunService] })
export class FirstRunModule {}
