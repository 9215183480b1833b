import { Controller } from '@nestjs/common';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { RegionReaders } from './region-readers.service.ts';

/** Who reads the figures of a region. */
@Controller()
export class RegionReadersController {
  constructor(private readonly readers: RegionReaders) {}

  @Route('regionReaders')
  list(@Input() { params }: RouteInput<'regionReaders'>): Promise<RouteOutput<'regionReaders'>> {
    return this.readers.list(params.id);
  }

  @Route('regionInvite')
  invite(@Input() { params, body }: RouteInput<'regionInvite'>): Promise<RouteOutput<'regionInvite'>> {
    return this.readers.invite(params.id, body);
  }

  @Route('regionReaderRemove')
  remove(@Input() { params }: RouteInput<'regionReaderRemove'>): Promise<void> {
    return this.readers.remove(params.id, params.person);
  }

  @Route('regionReaderRestore')
  restore(@Input() { params }: RouteInput<'regionReaderRestore'>): Promise<void> {
    return this.readers.restore(params.id, params.person);
  }
}
