import { z } from 'zod';
import * as identity from '../identity.ts';
import * as hall from '../hall.ts';
import * as regions from '../regions.ts';
import * as life from '../tenant-life.ts';
import { ById, type Endpoint } from './endpoint.ts';

const move = <N extends string, B extends z.ZodType>(name: N, body: B, summary: string) =>
  ({
    method: 'POST',
    path: `/api/admin/tenants/{id}/${name}`,
    access: ['tenant.manage'],
    params: ById,
    body,
    response: life.TenantView,
    status: 200,
    summary,
  }) as const satisfies Endpoint;

/** What the operator does with tenants. */
export const tenantsEndpoints = {
  tenantCreate: {
    method: 'POST',
    path: '/api/admin/tenants',
    access: ['tenant.manage'],
    body: identity.TenantCreate,
    response: identity.TenantRow,
    status: 201,
    summary: 'Make a tenant with its owner',
  },
  tenantList: {
    method: 'GET',
    path: '/api/admin/tenants',
    access: ['tenant.manage'],
    response: z.array(identity.TenantRow),
    status: 200,
    summary: 'All tenants',
  },
  tenantPage: {
    method: 'GET',
    path: '/api/admin/tenants/page',
    access: ['tenant.manage'],
    query: life.TenantPageQuery,
    response: life.TenantPage,
    status: 200,
    summary: 'Tenants with their status and usage, filtered, sorted, in pages',
  },
  tenantShow: {
    method: 'GET',
    path: '/api/admin/tenants/{id}',
    access: ['tenant.manage'],
    params: ById,
    response: life.TenantDetail,
    status: 200,
    summary: 'One tenant with its application and limits',
  },
  tenantApprove: move('approve', life.TenantApprove, 'Say yes to an application: the trial begins'),
  tenantRefuse: move('refuse', life.TenantReason, 'Say no to an application'),
  tenantActivate: move('activate', life.TenantApprove, 'End the trial: the tenant is active'),
  tenantSuspend: move('suspend', life.TenantReason, 'Suspend after the end of the business day'),
  tenantResume: move('resume', hall.Nothing, 'Serve it again, or take a change back that waits'),
  tenantClose: move('close', life.TenantClose, 'Close after the end of the business day, or at once'),
  tenantExtend: move('extend', life.TenantExtend, 'Let the trial last longer'),
  tenantPlanSet: {
    method: 'PUT',
    path: '/api/admin/tenants/{id}/plan',
    access: ['tenant.manage'],
    params: ById,
    body: life.TenantPlanSet,
    response: life.TenantView,
    status: 200,
    summary: 'Another plan; what is there stays, also above its limits',
  },
  tenantUsage: {
    method: 'POST',
    path: '/api/admin/tenants/{id}/usage',
    access: ['tenant.manage'],
    params: ById,
    body: hall.Nothing,
    response: life.TenantUsage,
    status: 200,
    summary: 'Count the usage now',
  },
  ownPlan: {
    method: 'GET',
    path: '/api/plan',
    access: ['staff.manage', 'office.configure'],
    response: life.OwnPlan,
    status: 200,
    summary: 'What the plan allows and how much of it is used',
  },
  regionCreate: {
    method: 'POST',
    path: '/api/admin/regions',
    access: ['tenant.manage'],
    body: regions.RegionCreate,
    response: regions.RegionRow,
    status: 201,
    summary: 'Make a region with its first reader',
  },
  regionPersonCreate: {
    method: 'POST',
    path: '/api/admin/regions/{id}/people',
    access: ['tenant.manage'],
    params: ById,
    body: regions.RegionPersonCreate,
    response: regions.RegionPersonRow,
    status: 201,
    summary: 'One more reader of a region',
  },
  regionFigures: {
    method: 'GET',
    path: '/api/region/figures',
    access: ['region.view'],
    query: regions.RegionQuery,
    response: regions.RegionFigures,
    status: 200,
    summary: 'Figures of the region, small groups hidden',
  },
  clockSet: {
    method: 'PUT',
    path: '/api/admin/clock',
    access: ['clock.set'],
    body: identity.ClockSet,
    response: identity.ClockAnswer,
    status: 200,
    summary: 'Set the clock of a rehearsal tenant',
  },
} as const satisfies Record<string, Endpoint>;
