import { type ComponentChild, Fragment, h } from 'preact';
import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { registerGroup } from '#functions/commands/register-group.ts';
import { asCompared } from '#functions/domain/email-address.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { hashOf, systemSecret } from '#functions/runtime/secrets.ts';
import { placeOfPostcode } from '#functions/search/postcode-area.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { REFUSALS, type Refusal } from '#shared/api/problem.ts';
import * as api from '#shared/api/registrations.ts';
import type { Instant } from '#shared/model/dates.ts';
import { postcode as postcodeWords } from '#shared/text/en/postcode.ts';
import { register as words } from '#shared/text/en/register.ts';
import { site } from '#shared/text/en/site.ts';
import { type RegisterAnswers, RegisterPage, SentPage } from '#shared/ui/register/register-page.tsx';
import type { App } from './app.ts';
import { formToken, readFormToken } from './form-token.ts';
import type { PageAnswer, PageStatus, RefusedPage } from './handler.ts';
import type { Linked } from './links.ts';
import { mountOpen, mountPage } from './mount.ts';
import { filled } from './pages/template.ts';
import { countStored, REGISTRATIONS_PER_ADDRESS, REGISTRATIONS_PER_NETWORK } from './rate.ts';

type Asked = { body: api.RegistrationRequest; now: Instant; key: string | undefined; caller: string };

const wrong = (id: string, text: string) => refuse({ code: 'invalid', fields: [{ id, text }] });

/** Whether this address has been sent as many links today as one gets. Nobody is told. */
async function hasEnough({ table }: Deps, email: string, now: Instant): Promise<boolean> {
  const subject = hashOf(asCompared(email));
  const limits = [REGISTRATIONS_PER_ADDRESS];
  return (await countStored(table, { rateClass: 'registration', subject, limits, now })) !== undefined;
}

/** Takes a registration in. Answers the same whoever asks; what fills the hidden field is a machine and is thanked. */
async function take(app: App, deps: Deps, { body, now, key, caller }: Asked): Promise<Result<true>> {
  const token = readFormToken(body.form, now, app.context.originSecrets);
  if (token.kind === 'stale') return wrong('form', words.stale);
  if (token.kind === 'too_fast') return wrong('form', words.tooFast);
  const place = await placeOfPostcode(deps.table, body.postcode);
  if (place.kind === 'not_covered') return wrong('postcode', postcodeWords.notCovered(place.council));
  if (place.kind !== 'found') {
    return wrong(
      'postcode',
      place.kind === 'not_known' ? postcodeWords.notKnown : postcodeWords.notAPostcode,
    );
  }
  const isServed = (await listAreas(deps.table)).includes(place.area);
  if (!isServed) return wrong('postcode', postcodeWords.notServed);
  const limits = [REGISTRATIONS_PER_NETWORK];
  const wait = await countStored(deps.table, { rateClass: 'registration', subject: caller, limits, now });
  if (wait !== undefined) return refuse({ code: 'too_many', retryAfter: wait });
  if (body.more !== undefined || (await hasEnough(deps, body.email, now))) return accept(true);
  const { form: _form, ...said } = body;
  const of = key ?? token.nonce;
  const made = await registerGroup(deps, { request: body, place, key: of, mark: markOf(of, said), at: now });
  return made.ok ? accept(true) : made;
}

const answersOf = (body: unknown): RegisterAnswers => {
  const given: Record<string, unknown> = Object(body);
  const one = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, 600) : '');
  return {
    name: one('name'),
    happens: one('happens'),
    when: one('when'),
    postcode: one('postcode'),
    email: one('email'),
  };
};

const tokenOf = (body: unknown): string => {
  const token: unknown = Object(body).form;
  return typeof token === 'string' ? token : '';
};

/** Draws the pages of registering: the form, with what needs another look, and what follows. */
function pagesOf(app: App, { deps, template }: Linked) {
  const helpers = async () => {
    const settings = await Promise.all((await listAreas(deps.table)).map(deps.areas));
    return settings.map(({ name: area, coordinator: { name, phone } }) => ({ area, name, phone }));
  };
  const drawn = async (status: PageStatus, title: string, page: ComponentChild): Promise<PageAnswer> => {
    const html = await filled(template, site.titleOf(title), h(Fragment, null, page));
    return { kind: 'html', status, html };
  };
  const tokenFor = (now: Instant, before: string) =>
    readFormToken(before, now, app.context.originSecrets).kind === 'stale'
      ? formToken(now, systemSecret().slice(0, 16), app.context.originSecrets[0] ?? '')
      : before;
  /** The form with what was typed. It keeps its token while that is good, so that pressing again is enough. */
  const form = async (now: Instant, given: unknown, refusal?: Refusal): Promise<PageAnswer> => {
    const answers = answersOf(given);
    const token = tokenFor(now, refusal?.code === 'key_reused' ? '' : tokenOf(given));
    const fields = refusal && (refusal.fields ?? [{ id: 'form', text: REFUSALS[refusal.code].title }]);
    const errors = Object.fromEntries((fields ?? []).map(({ id, text }) => [id, text]));
    const props = { answers, errors, token, helpers: await helpers().catch(() => []) };
    const title = refusal === undefined ? words.title : words.errorPrefix + words.title;
    return drawn(refusal === undefined ? 200 : REFUSALS[refusal.code].status, title, h(RegisterPage, props));
  };
  return { form, sent: (email: string) => drawn(200, words.sent.title, h(SentPage, { email })) };
}

/** Mounts the page on which a group asks to be listed, complete without script, and the same as JSON. */
export function mountRegistering(app: App, linked: Linked): void {
  const { deps } = linked;
  const pages = pagesOf(app, linked);
  const refused: RefusedPage = ({ refusal, given, now }) => pages.form(now, given?.body, refusal);
  mountPage(app, api.registrationPage, ({ now }) => pages.form(now, {}), refused);
  mountPage(
    app,
    api.registrationForm,
    async ({ body, now, caller }) => {
      const taken = await take(app, deps, { body, now, caller, key: undefined });
      return taken.ok ? pages.sent(body.email) : { kind: 'refused', refusal: taken.refusal };
    },
    refused,
  );
  mountOpen(app, api.registrationCreate, async ({ body, now, caller, idempotencyKey: key }) => {
    const taken = await take(app, deps, { body, now, caller, key });
    return taken.ok ? accept({ received: true as const }) : taken;
  });
}
