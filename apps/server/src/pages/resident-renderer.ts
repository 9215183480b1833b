import type {
  Language,
  LocalText,
  PublicStatus,
  PublicTenant,
  PublicTicket,
  UnmannedKioskCondition,
  UnmannedKioskHelp,
  UnmannedKioskHours,
} from '@sunbeon/contract';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What an office's page shows beside the status. Shapes of this file are those of apps/resident, which is loaded by path. */
export interface OfficeExtras {
  readonly tenantName: string;
  readonly address: string;
  readonly rule: {
    readonly normalFrom: number;
    readonly busyFrom: number;
    readonly crowdedFrom: number;
    readonly holdMinutes: number;
    readonly limitMinutes: number;
  };
  /** By the service's id. */
  readonly guides: Readonly<Record<string, ServiceGuide>>;
  /** Unmanned kiosks of the institution. */
  readonly machines: readonly Machine[];
}

export interface Machine {
  readonly place: LocalText;
  readonly address: string;
  readonly isHere: boolean;
  readonly isCourt: boolean;
  readonly hours: UnmannedKioskHours;
  readonly certificates: readonly LocalText[];
  readonly certificateKinds: number | null;
  readonly condition: UnmannedKioskCondition;
  readonly conditionSince: number;
  readonly conditionNote: LocalText | null;
  readonly accessibility: readonly UnmannedKioskHelp[];
  readonly fee: LocalText | null;
  readonly mapUrl: string | null;
}

export interface ServiceGuide {
  readonly documents: readonly LocalText[];
  readonly guide: LocalText | null;
  readonly zone: LocalText | null;
  readonly line: { readonly color: string; readonly colorName: LocalText } | null;
  readonly limitMinutes: number;
}

export interface TenantExtras {
  readonly at: string;
  readonly zone: string;
  readonly rehearsal: boolean;
}

export interface TicketView {
  readonly ticket: PublicTicket;
  readonly token: string;
  readonly step: 'cancel' | 'postpone' | null;
  readonly failure: 'too_late' | 'postpone_limit' | 'again' | null;
  readonly rehearsal: boolean;
}

export interface Installation {
  readonly links: readonly { readonly title: string; readonly url: string; readonly note?: string }[];
  readonly logins: readonly { readonly who: string; readonly email: string; readonly password: string }[];
  readonly clock: { readonly now: string; readonly zone: string; readonly rate: number } | null;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: string;
}

/** The built dist/resident/render.js: every function answers a complete HTML document. */
export interface ResidentRenderer {
  readonly styles: string;
  setOrigin(address: string): void;
  renderOffice(status: PublicStatus, extras: OfficeExtras, language: Language): string;
  renderTenant(tenant: PublicTenant, extras: TenantExtras, language: Language): string;
  renderTicket(view: TicketView, language: Language): string;
  renderNoTicket(token: string, language: Language): string;
  renderNotFound(path: string, language: Language): string;
  renderResting(path: string, language: Language): string;
  renderFault(path: string, language: Language): string;
  renderInstallation(installation: Installation, language: Language): string;
  renderLetters(letters: readonly Letter[], language: Language): string;
}

/** Loads the renderer when it is there. A front end that is built later is found without a restart. */
export class ResidentFiles {
  private loaded: Promise<ResidentRenderer> | undefined;

  constructor(
    private readonly root: string,
    private readonly origin: string,
  ) {}

  /** Undefined when apps/resident has not been built. */
  async renderer(): Promise<ResidentRenderer | undefined> {
    const file = join(this.root, 'dist/resident/render.js');
    if (!this.loaded && !existsSync(file)) return undefined;
    this.loaded ??= this.load(file);
    return this.loaded;
  }

  private async load(file: string): Promise<ResidentRenderer> {
    const renderer = (await import(pathToFileURL(file).href)) as ResidentRenderer;
    renderer.setOrigin(this.origin);
    return renderer;
  }
}
