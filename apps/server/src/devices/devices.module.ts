import { Module } from '@nestjs/common';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { DeviceLifeService } from './device-life.service.ts';
import { DeviceTokensModule } from './device-tokens.ts';
import { DevicesController } from './devices.controller.ts';
import { DevicesService } from './devices.service.ts';
import { PairingService } from './pairing.service.ts';

/** Kiosks, screens, relays and printers: registering, pairing, configuration, heartbeats. */
@Module({
  imports: [DeviceTokensModule, OfficesReaderModule],
  controllers: [DevicesController],
  providers: [DeviceLifeService, DevicesService, PairingService],
  exports: [DeviceTokensModule],
})
export class DevicesModule {}
