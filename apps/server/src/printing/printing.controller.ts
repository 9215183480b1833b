import { Controller } from '@nestjs/common';
import type { DeviceIdentity, StaffIdentity } from '../platform/auth/identity.ts';
import { Device, Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { LayoutService } from './layout.service.ts';
import { PrintingService } from './printing.service.ts';

/** Receipts: fetched and reported by kiosks, told of and printed again by people; and the tenant's layout. */
@Controller()
export class PrintingController {
  constructor(
    private readonly printing: PrintingService,
    private readonly layouts: LayoutService,
  ) {}

  @Route('devicePrintJobs')
  ofDevice(@Device() device: DeviceIdentity): Promise<RouteOutput<'devicePrintJobs'>> {
    return this.printing.ofDevice(device);
  }

  @Route('devicePrintTake')
  take(
    @Device() device: DeviceIdentity,
    @Input() { params }: RouteInput<'devicePrintTake'>,
  ): Promise<RouteOutput<'devicePrintTake'>> {
    return this.printing.take(device, params.id);
  }

  @Route('devicePrintResult')
  toldByDevice(
    @Device() device: DeviceIdentity,
    @Input() { params, body }: RouteInput<'devicePrintResult'>,
  ): Promise<RouteOutput<'devicePrintResult'>> {
    return this.printing.toldByDevice(device, params.id, body);
  }

  @Route('printJobs')
  doubtful(
    @Staff() staff: StaffIdentity,
    @Input() { query }: RouteInput<'printJobs'>,
  ): Promise<RouteOutput<'printJobs'>> {
    return this.printing.doubtful(staff, query.office);
  }

  @Route('printResult')
  toldByPerson(
    @Staff() staff: StaffIdentity,
    @Input() { params, body }: RouteInput<'printResult'>,
  ): Promise<RouteOutput<'printResult'>> {
    return this.printing.toldByPerson(staff, params.id, body);
  }

  @Route('ticketPrint')
  printAgain(
    @Staff() staff: StaffIdentity,
    @Input() input: RouteInput<'ticketPrint'>,
  ): Promise<RouteOutput<'ticketPrint'>> {
    return this.printing.printAgain(staff, input);
  }

  @Route('officePrinters')
  printers(
    @Staff() staff: StaffIdentity,
    @Input() { params }: RouteInput<'officePrinters'>,
  ): Promise<RouteOutput<'officePrinters'>> {
    return this.printing.printers(staff, params.office);
  }

  @Route('receiptLayout')
  layout(@Staff() staff: StaffIdentity): Promise<RouteOutput<'receiptLayout'>> {
    return this.layouts.read(staff);
  }

  @Route('receiptLayoutSet')
  setLayout(
    @Staff() staff: StaffIdentity,
    @Input() { body }: RouteInput<'receiptLayoutSet'>,
  ): Promise<RouteOutput<'receiptLayoutSet'>> {
    return this.layouts.set(staff, body);
  }

  @Route('receiptPreview')
  preview(
    @Staff() staff: StaffIdentity,
    @Input() { body }: RouteInput<'receiptPreview'>,
  ): Promise<RouteOutput<'receiptPreview'>> {
    return this.layouts.preview(staff, body);
  }

  @Route('receiptTest')
  test(
    @Staff() staff: StaffIdentity,
    @Input() { body }: RouteInput<'receiptTest'>,
  ): Promise<RouteOutput<'receiptTest'>> {
    return this.layouts.test(staff, body.deviceId);
  }
}
