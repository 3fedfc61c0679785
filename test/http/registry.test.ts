import { expect, it } from 'vitest';
import { type App, createApp } from '#functions/http/app.ts';
import { mountContact } from '#functions/http/contact.ts';
import { mountGrantList } from '#functions/http/grants-public.ts';
import { mountInsight } from '#functions/http/insight.ts';
import { mountIntake } from '#functions/http/intake.ts';
import { mountJoining } from '#functions/http/joining.ts';
import { mountGrantPages } from '#functions/http/pages/grants.ts';
import { mountPublic } from '#functions/http/public.ts';
import { mountSignIn } from '#functions/http/sign-in.ts';
import { mountStaff } from '#functions/http/staff.ts';
import { mountDescription } from '#functions/http/system.ts';
import { commandDepsOf } from '#functions/runtime/deps.ts';
import { systemIds, systemSessionId } from '#functions/runtime/ids.ts';
import { jsonLogger } from '#functions/runtime/logger.ts';
import { systemNonce, systemSecret } from '#functions/runtime/secrets.ts';
import type { Table } from '#functions/store/table.ts';
import { BOUNDARIES, type Boundary } from '#shared/api/endpoint.ts';
import { routes } from '#shared/api/index.ts';
import { memoryKeyService } from '#test/support/key-service.ts';

const unused = () => Promise.reject(new Error('Mounting reads nothing'));
const table: Table = { get: unused, getMany: unused, query: unused, write: unused, transact: unused };
const context = {
  origin: 'https://portal.example.org',
  originSecrets: [],
  table,
  now: () => '2026-11-23T09:00:00.000Z',
  ids: systemIds,
  log: jsonLogger(() => undefined),
};
const deps = commandDepsOf(context);
const provider = { begin: unused, finish: unused, endAddress: unused };

/** What each entry mounts. */
const MOUNTED: Record<Boundary, (app: App) => void> = {
  public: (app) => mountPublic(app, { find: '', group: '', notFound: '' }),
  grants: (app) => {
    mountGrantList(app);
    mountGrantPages(app, table, { grants: '', notFound: '' });
  },
  'sign-in': (app) =>
    mountSignIn(app, { ...context, provider, secret: systemSecret, sessionId: systemSessionId }),
  intake: (app) => {
    mountIntake(app, { deps, template: '' });
    mountDescription(app);
  },
  joining: (app) => mountJoining(app, { deps, template: '' }),
  staff: (app) => mountStaff(app, deps),
  sealed: (app) => mountContact(app, { ...deps, keys: memoryKeyService(), nonce: systemNonce }),
  commissioner: (app) => mountInsight(app, context),
};

it.each(BOUNDARIES)(
  'the %s function answers every route of the registry that is its own, and no other',
  (boundary) => {
    const app = createApp(boundary, context);
    MOUNTED[boundary](app);
    const own = routes.filter((route) => route.boundary === boundary).map(({ id }) => id);
    expect([...app.mounted].sort()).toEqual(own.sort());
  },
);
