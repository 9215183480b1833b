import { Module } from '@nestjs/common';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { PermitsReaderModule } from '../permits/permits.reader.ts';
import { PrivacyReaderModule } from '../privacy/privacy.reader.ts';
import { DeviceAlertsRepository } from './device-alerts.repository.ts';
import { DeviceAlertsService } from './device-alerts.service.ts';
import { DeviceCommandsService } from './device-commands.service.ts';
import { DeviceLifeService } from './device-life.service.ts';
import { DevicePictures } from './device-pictures.ts';
import { DeviceTokensModule } from './device-tokens.ts';
import { DevicePreview } from './device-preview.ts';
import { DeviceWatch } from './device-watch.ts';
import { DevicesController } from './devices.controller.ts';
import { DevicesReader } from './devices.reader.ts';
import { DevicesService } from './devices.service.ts';
import { ScreensReaderModule } from '../screens/screens.reader.ts';
import { TenantsReaderModule } from '../tenants/tenants.reader.ts';
import { PairingService } from './pairing.service.ts';

/** Kiosks, screens, relays and printers: registering, pairing, configuration, heartbeats. */
@Module({
  imports: [
    DeviceTokensModule,
    OfficesReaderModule,
    PermitsReaderModule,
    PrivacyReaderModule,
    ScreensReaderModule,
    TenantsReaderModule,
  ],
  controllers: [DevicesController],
  providers: [
    DeviceAlertsRepository,
    DeviceAlertsService,
    DeviceCommandsService,
    DeviceLifeService,
    DevicePreview,
    DevicePictures,
    DeviceWatch,
    DevicesReader,
    DevicesService,
    PairingService,
  ],
  exports: [DeviceTokensModule],
})
export class DevicesModule {}
