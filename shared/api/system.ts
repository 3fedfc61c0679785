import * as z from 'zod/mini';
import { endpoint, Nothing } from './endpoint.ts';

export const openApi = endpoint({
  id: 'system.openapi',
  method: 'GET',
  path: '/api/openapi.json',
  boundary: 'intake',
  summary: 'This description of every route, made from the definitions that mount them',
  roles: 'anyone',
  reply: z.record(z.string(), z.unknown()),
  rate: 'public',
});

/** Browsers post here what a page's content security policy stopped; only counts are kept. */
export const cspReport = endpoint({
  id: 'system.csp_report',
  method: 'POST',
  path: '/api/reports',
  boundary: 'public',
  status: 204,
  summary: 'Counts a content security policy report; keeps neither address nor page',
  roles: 'anyone',
  body: z.unknown(),
  reply: Nothing,
  rate: 'reports',
});
