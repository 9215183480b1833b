/** Rows of `routes.ts`: from sign-up to the first ticket. */
export const signupRoutes = {
  signupInfo: ['GET', '/api/signup'],
  signup: ['POST', '/api/signup'],
  signupSlug: ['GET', '/api/signup/slug/{slug}'],
  signupLink: ['POST', '/api/signup/link'],
  signupConfirm: ['POST', '/api/signup/confirm'],
  setup: ['GET', '/api/setup'],
  setupTemplates: ['GET', '/api/setup/templates'],
  setupOffice: ['POST', '/api/setup/office'],
} as const;
