import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { actorOf } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Idempotency } from '../platform/http/idempotency.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { CountersService, type CounterCommand } from './counters.service.ts';

type Commanded = Promise<RouteOutput<'call'>>;

/** Commands at a counter: endpoint, who, input, and the use case. */
@Controller()
export class CountersController {
  constructor(
    private readonly counters: CountersService,
    private readonly idempotency: Idempotency,
  ) {}

  @Route('counterOpen')
  open(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'counterOpen'>): Commanded {
    return this.counters.open(this.command(staff, input), input.body.takeOver);
  }

  @Route('counterPause')
  pause(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'counterPause'>): Commanded {
    const { reason, until } = input.body;
    return this.counters.pause(
      this.command(staff, input),
      reason ?? null,
      until === undefined ? null : Date.parse(until),
    );
  }

  @Route('counterResume')
  resume(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'counterResume'>): Commanded {
    return this.counters.resume(this.command(staff, input));
  }

  @Route('counterClose')
  close(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'counterClose'>): Commanded {
    return this.counters.close(this.command(staff, input));
  }

  @Route('callNext')
  callNext(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'callNext'>): Promise<RouteOutput<'callNext'>> {
    return this.counters.callNext(this.command(staff, input));
  }

  @Route('call')
  call(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'call'>): Commanded {
    return this.counters.call(this.command(staff, input), input.body.ticketId);
  }

  @Route('recall')
  recall(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'recall'>): Commanded {
    return this.counters.recall(this.command(staff, input));
  }

  @Route('start')
  start(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'start'>): Commanded {
    return this.counters.start(this.command(staff, input));
  }

  @Route('complete')
  complete(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'complete'>): Commanded {
    return this.counters.complete(this.command(staff, input), input.body.outcome ?? null, input.body.note);
  }

  @Route('noShow')
  noShow(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'noShow'>): Commanded {
    return this.counters.noShow(this.command(staff, input));
  }

  @Route('putBack')
  putBack(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'putBack'>): Commanded {
    return this.counters.putBack(this.command(staff, input));
  }

  @Route('hold')
  hold(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'hold'>): Commanded {
    return this.counters.hold(this.command(staff, input), input.body.reason ?? null);
  }

  @Route('takeUp')
  takeUp(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'takeUp'>): Commanded {
    return this.counters.takeUp(this.command(staff, input), input.body.ticketId);
  }

  @Route('transfer')
  transfer(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'transfer'>): Commanded {
    const { note, ...to } = input.body;
    return this.counters.transfer(this.command(staff, input), to, note);
  }

  @Route('undo')
  undo(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'undo'>): Commanded {
    return this.counters.undo(this.command(staff, input));
  }

  @Route('help')
  help(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'help'>): Commanded {
    return this.counters.help(this.command(staff, input), input.body.kind);
  }

  @Route('callBack')
  callBack(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'callBack'>): Commanded {
    return this.counters.callBack(this.command(staff, input), input.body.asked ? staff.name : null);
  }

  @Route('callBackSeen')
  callBackSeen(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'callBackSeen'>): Commanded {
    return this.counters.callBackSeen(this.command(staff, input));
  }

  private command(staff: StaffIdentity, input: Pick<RouteInput<'call'>, 'params' | 'idempotency'>): CounterCommand {
    return {
      scope: { tenantId: staff.tenantId },
      staffId: staff.staffId,
      officeIds: staff.officeIds,
      counterId: input.params.id,
      idempotent: this.idempotency.describe(actorOf(staff), input.idempotency),
    };
  }
}
