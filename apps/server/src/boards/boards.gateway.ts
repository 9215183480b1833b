import { Logger } from '@nestjs/common';
import { OnGatewayConnection, OnGatewayInit, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { RealtimeAuth, realtimeNamespace, type CallMessage } from '@sunbeon/contract';
import { Inject } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { DeviceFaultsReader } from '../devices/device-faults.reader.ts';
import { DeviceEvents, type DeviceMessage } from '../platform/auth/device-events.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { AccessTokens, DeviceTokens } from '../platform/auth/resolvers.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { OwnOrigin } from '../platform/http/own-origin.ts';
import { codeOf } from '../platform/http/problem.filter.ts';
import { refuse } from '../platform/http/problem.ts';
import { NodeLink } from '../platform/realtime/node-link.ts';
import { TenantsReader, isPublic, isServed, type TenantSummary } from '../tenants/tenants.reader.ts';
import { BoardsReader, type BoardEntry } from './boards.reader.ts';
import { DeviceSockets, deviceRoom } from './device-sockets.ts';
import { SessionSockets } from './session-sockets.ts';
import { TenantWatch } from './tenant-watch.ts';

/** What a socket may see: the board, and more for devices and staff. */
interface Admission {
  readonly tenant: TenantSummary;
  readonly officeId: string;
  readonly rooms: readonly string[];
  readonly staff: boolean;
  /** Of a person: the socket ends with it. */
  readonly session?: Pick<StaffIdentity, 'tenantId' | 'sessionId'>;
  /** Of a device: the socket ends with it. */
  readonly deviceToken?: string;
}

const boardRoom = (officeId: string) => `board:${officeId}`;
const callRoom = (officeId: string) => `call:${officeId}`;
const hallRoom = (officeId: string) => `hall:${officeId}`;
/** Screens and staff of a tenant, and residents who look at it: each is parted from it by a status of its own. */
const servedRoom = (tenantId: string) => `served:${tenantId}`;
const publicRoom = (tenantId: string) => `public:${tenantId}`;

/** Sockets of screens, staff and residents. After connecting, a client has the newest board without asking. */
@WebSocketGateway({ namespace: realtimeNamespace })
export class BoardsGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly logger = new Logger(BoardsGateway.name);
  @WebSocketServer() private readonly sockets!: Namespace;
  private readonly manyNodes: boolean;
  private readonly own: OwnOrigin;
  private readonly isProxy: Config['http']['isProxy'];

  constructor(
    private readonly boards: BoardsReader,
    private readonly tenants: TenantsReader,
    private readonly offices: OfficesReader,
    private readonly devices: DeviceTokens,
    private readonly people: AccessTokens,
    private readonly deviceEvents: DeviceEvents,
    private readonly sessions: SessionSockets,
    private readonly deviceSockets: DeviceSockets,
    private readonly tenantWatch: TenantWatch,
    private readonly link: NodeLink,
    private readonly faults: DeviceFaultsReader,
    @Inject(CONFIG) config: Config,
  ) {
    this.manyNodes = config.realtimeAdapter !== 'none';
    this.own = new OwnOrigin(config);
    this.isProxy = config.http.isProxy;
    this.boards.shared = this.manyNodes;
  }

  afterInit(): void {
    this.boards.events.on('board', (entry) => this.show(entry));
    this.deviceSockets.attach(this.sockets);
    this.tenantWatch.events.on('resting', (tenantId) => this.rest(servedRoom(tenantId)));
    this.tenantWatch.events.on('hidden', (tenantId) => this.rest(publicRoom(tenantId)));
    this.deviceEvents.carryBy((message) => this.carry(message));
    this.sessions.attach(this.sockets, this.manyNodes);
    if (this.manyNodes) this.sockets.on('changed', (officeId: string) => this.boards.changed(officeId));
    this.link.whileLost(() => this.boards.watchedChanged());
  }

  async handleConnection(socket: Socket): Promise<void> {
    try {
      const admission = await this.admit(socket.handshake.auth, this.isForeign(socket));
      if (!admission) return this.turnAway(socket);
      await this.welcome(socket, admission);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'device_revoked') socket.emit('revoked', { reason: code });
      else if (code === 'tenant_inactive') socket.emit('resting', {});
      else if (code === 'internal' || code === 'unavailable')
        this.logger.warn({ msg: 'connection could not be served', reason: (error as Error).message });
      socket.disconnect(true);
    }
  }

  call(officeId: string, call: CallMessage): void {
    this.sockets.to(callRoom(officeId)).emit('call', call);
  }

  tellOtherNodes(officeId: string): void {
    if (this.manyNodes) this.sockets.serverSideEmit('changed', officeId);
  }

  /** Joins its rooms before the board is read, so that no change falls between. */
  private async welcome(socket: Socket, admission: Admission): Promise<void> {
    const { tenant, officeId, rooms, staff, session, deviceToken } = admission;
    const leave = this.boards.watch(officeId);
    socket.on('disconnect', leave);
    if (!socket.connected) leave(); // gone while we looked up who it is
    await socket.join(session ? [...rooms, this.sessions.keep(socket, session)] : [...rooms]);
    // Whatever ended between the look at the token and the joining of the room was told to nobody.
    if (session && !(await this.people.isAlive(session))) return this.turnAway(socket);
    if (deviceToken) await this.deviceSockets.keep(socket, deviceToken);
    const entry = await this.boards.of(tenant, officeId);
    if (!entry) return;
    socket.emit('board', entry.board());
    if (!staff) return;
    socket.emit('hall', entry.hall());
    for (const fault of await this.faults.of({ tenantId: tenant.id }, officeId)) socket.emit('alert', fault);
  }

  private turnAway(socket: Socket): void {
    socket.emit('revoked', { reason: 'unauthenticated' });
    socket.disconnect(true);
  }

  private show(entry: BoardEntry): void {
    const { officeId } = entry;
    // Each node builds and shows its own board: `local` keeps the adapter from sending it twice.
    this.sockets.local.to(boardRoom(officeId)).emit('board', entry.board());
    if (this.sockets.adapter.rooms.has(hallRoom(officeId)))
      this.sockets.local.to(hallRoom(officeId)).emit('hall', entry.hall());
  }

  private async carry({ to, name, payload }: DeviceMessage): Promise<boolean> {
    const room = 'deviceId' in to ? deviceRoom(to.deviceId) : hallRoom(to.hallOf);
    this.sockets.to(room).emit(name, payload);
    if (this.sockets.adapter.rooms.has(room)) return true;
    if (!this.manyNodes) return false;
    const elsewhere = await this.sockets
      .in(room)
      .fetchSockets()
      .catch(() => []); // other nodes cannot be asked
    return elsewhere.length > 0;
  }

  /** True when a page of another site opened the socket: such a one may watch as residents do, and shows no tokens. */
  private isForeign({ handshake: { address, headers } }: Socket): boolean {
    const { origin } = headers;
    const forwarded = this.isProxy(address) ? headers['x-forwarded-host'] : undefined;
    return origin !== undefined && !this.own.isOwn(origin, String(forwarded ?? headers.host));
  }

  /** On this node; every node looks by itself. Who is parted so may come again, and is told the same until it is over. */
  private rest(room: string): void {
    this.sockets.local.to(room).emit('resting', {});
    this.sockets.local.in(room).disconnectSockets(true);
  }

  private async admit(auth: unknown, foreign: boolean): Promise<Admission | undefined> {
    const parsed = RealtimeAuth.safeParse(auth);
    if (!parsed.success || (foreign && !('tenant' in parsed.data))) return undefined;
    if ('deviceToken' in parsed.data) return this.admitDevice(parsed.data.deviceToken);
    if ('accessToken' in parsed.data) return this.admitStaff(parsed.data.accessToken, parsed.data.office);
    return this.admitResident(parsed.data.tenant, parsed.data.office);
  }

  private async admitDevice(token: string): Promise<Admission | undefined> {
    const device = await this.devices.resolve(token);
    const tenant = device && (await this.tenants.byId(device));
    if (!device || !tenant) return undefined;
    if (!isServed(tenant)) refuse('tenant_inactive');
    const { officeId, deviceId } = device;
    const rooms = [boardRoom(officeId), callRoom(officeId), deviceRoom(deviceId), servedRoom(tenant.id)];
    return { tenant, officeId, staff: false, rooms, deviceToken: token };
  }

  private async admitStaff(token: string, slug: string): Promise<Admission | undefined> {
    const staff = await this.people.resolve(token, 'socket');
    const tenant = staff && (await this.tenants.byId(staff));
    const office = staff && (await this.offices.officeBySlug(staff, slug));
    if (!tenant || !office || !isServed(tenant) || !worksAt(staff, office.id) || !staff.permissions.has('hall.view'))
      return undefined;
    return {
      tenant,
      officeId: office.id,
      staff: true,
      session: { tenantId: staff.tenantId, sessionId: staff.sessionId },
      rooms: [boardRoom(office.id), callRoom(office.id), hallRoom(office.id), servedRoom(tenant.id)],
    };
  }

  private async admitResident(tenantSlug: string, officeSlug: string): Promise<Admission | undefined> {
    const tenant = await this.tenants.bySlug(tenantSlug);
    if (!tenant || !isPublic(tenant)) return undefined;
    const office = await this.offices.officeBySlug({ tenantId: tenant.id }, officeSlug);
    return (
      office && { tenant, officeId: office.id, staff: false, rooms: [boardRoom(office.id), publicRoom(tenant.id)] }
    );
  }
}
