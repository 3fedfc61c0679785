import { mountContact } from '#functions/http/contact.ts';
import { mountInsight } from '#functions/http/insight.ts';
import { mountIntake } from '#functions/http/intake.ts';
import { mountJoining } from '#functions/http/joining.ts';
import { mountStaff } from '#functions/http/staff.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { TestEngine } from './engine.ts';
import { ask, httpWorld } from './http-world.ts';
import { principal, referralWorld, room } from './referral-world.ts';

/** The functions behind a session on one engine, a group and a team, and everybody signed in. */
export async function staffWorld(engine: TestEngine, capacity: Capacity | null = room(50)) {
  const http = httpWorld(engine);
  const world = await referralWorld(http.table, capacity);
  const template = '<title><!--slot:title--></title><!--slot:main-->';
  const apps = {
    staff: http.app('staff', (app) => mountStaff(app, world.deps)),
    sealed: http.app('sealed', (app) => mountContact(app, world.deps)),
    intake: http.app('intake', (app) => mountIntake(app, { deps: world.deps, template })),
    joining: http.app('joining', (app) => mountJoining(app, { deps: world.deps, template })),
    commissioner: http.app('commissioner', (app) => mountInsight(app, world.deps)),
  };
  const people = {
    ...world.people,
    coordinator: principal('Sunil Grange', { role: 'coordinator' }),
    coordinator2: principal('Mab Orton', { role: 'coordinator' }),
    commissioner: principal('Alice Penhale', { role: 'commissioner' }),
  };
  const cookies = new Map<string, string>();
  const cookieOf = async (who: Principal) => {
    const known = cookies.get(who.userId);
    if (known !== undefined) return known;
    const user = await http.invite({ ...who, active: true, mail: 'instant' });
    const { cookie } = await http.signIn(user);
    cookies.set(who.userId, cookie);
    return cookie;
  };
  type Given = { body?: unknown; key?: string };
  const as = (who: Principal) => {
    const send = async (boundary: keyof typeof apps, method: string, path: string, given: Given = {}) =>
      ask(apps[boundary], method, path, {
        cookie: await cookieOf(who),
        ...('body' in given ? { body: given.body } : {}),
        ...(given.key === undefined ? {} : { headers: { 'idempotency-key': given.key } }),
      });
    const staff = (method: string, path: string, given?: Given) => send('staff', method, path, given);
    const sealed = (path: string, given?: Given) => send('sealed', 'POST', path, given);
    return { send, staff, sealed, get: (path: string) => staff('GET', path) };
  };
  /** Lets time pass that ends every session: whoever comes next signs in anew. */
  const pass = (milliseconds: number) => {
    http.clock.advance(milliseconds);
    cookies.clear();
  };
  return { ...world, http, apps, people, as, pass };
}
export type StaffWorld = Awaited<ReturnType<typeof staffWorld>>;
