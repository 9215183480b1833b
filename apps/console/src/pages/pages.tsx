import { CustomRoutes } from 'react-admin';
import { Route } from 'react-router-dom';
import { lazyPage } from '../resources/lazy-page.ts';
import type { Place } from '../session/access.ts';
import { GuardedPage } from './guarded-page.tsx';

const all = {
  hall: lazyPage(() => import('./hall/halls-page.tsx'), 'HallsPage'),
  office: lazyPage(() => import('./office/office-page.tsx'), 'OfficePage'),
  hours: lazyPage(() => import('./hours/hours-page.tsx'), 'HoursPage'),
  receipts: lazyPage(() => import('./receipts/receipts-page.tsx'), 'ReceiptsPage'),
  policy: lazyPage(() => import('./policy/policy-page.tsx'), 'PolicyPage'),
  sso: lazyPage(() => import('./sso/sso-page.tsx'), 'SsoPage'),
  privacy: lazyPage(() => import('./privacy/privacy-page.tsx'), 'PrivacyPage'),
  health: lazyPage(() => import('./health/health-page.tsx'), 'HealthPage'),
  region: lazyPage(() => import('./region/region-page.tsx'), 'RegionPage'),
} as const;

const HallPage = lazyPage(() => import('./hall/hall-page.tsx'), 'HallPage');

/** Pages that are no lists. */
export const pages = (
  <CustomRoutes>
    {Object.entries(all).map(([place, Page]) => (
      <Route
        key={place}
        path={`/${place}`}
        element={
          <GuardedPage place={place as Place}>
            <Page />
          </GuardedPage>
        }
      />
    ))}
    <Route
      path="/hall/:office"
      element={
        <GuardedPage place="hall">
          <HallPage />
        </GuardedPage>
      }
    />
  </CustomRoutes>
);
