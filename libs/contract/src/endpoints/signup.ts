import { z } from 'zod';
import * as setup from '../setup.ts';
import * as signup from '../signup.ts';
import { type Endpoint } from './endpoint.ts';

/** From sign-up to the first ticket. */
export const signupEndpoints = {
  signupInfo: {
    method: 'GET',
    path: '/api/signup',
    access: ['public'],
    response: signup.SignupInfo,
    status: 200,
    summary: 'Can one sign up here, and to which terms',
  },
  signup: {
    method: 'POST',
    path: '/api/signup',
    access: ['public'],
    body: signup.SignupRequest,
    response: signup.SignupAnswer,
    status: 200,
    summary: 'Sign a district up; a letter follows',
  },
  signupSlug: {
    method: 'GET',
    path: '/api/signup/slug/{slug}',
    access: ['public'],
    params: signup.SlugQuestion,
    response: signup.SlugAnswer,
    status: 200,
    summary: 'Is this address free',
  },
  signupLink: {
    method: 'POST',
    path: '/api/signup/link',
    access: ['public'],
    body: signup.SignupLinkRequest,
    response: signup.SignupLink,
    status: 200,
    summary: 'What the link of the letter is about',
  },
  signupConfirm: {
    method: 'POST',
    path: '/api/signup/confirm',
    access: ['public'],
    body: signup.SignupConfirm,
    response: signup.SignupConfirmed,
    status: 201,
    summary: 'Confirm the e-mail, set the password: the tenant is made',
  },
  setup: {
    method: 'GET',
    path: '/api/setup',
    access: ['office.configure'],
    response: setup.SetupProgress,
    status: 200,
    summary: 'Which steps of the first set-up are done',
  },
  setupTemplates: {
    method: 'GET',
    path: '/api/setup/templates',
    access: ['office.configure'],
    response: z.array(setup.SetupTemplate),
    status: 200,
    summary: 'Templates of typical offices',
  },
  setupOffice: {
    method: 'POST',
    path: '/api/setup/office',
    access: ['office.configure'],
    body: setup.SetupOffice,
    response: setup.SetupOfficeMade,
    status: 201,
    summary: 'Make an office from a template',
  },
} as const satisfies Record<string, Endpoint>;
