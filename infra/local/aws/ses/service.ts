import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Assembly } from '../../assembly/assembly.ts';
import { readShape } from '../../assembly/read-shape.ts';
import type { RequestContext } from '../access.ts';
import { readRequest } from '../body.ts';
import { accessDenied, badRequest } from '../failure.ts';
import type { Authority } from '../iam/authority.ts';
import type { MailStore } from '../mail-store.ts';

const Words = z.object({ Data: z.string() });
const Addresses = z._default(z.array(z.string()), []);
/** What SES takes in a tag. */
const TagText = z.string().check(z.regex(/^[\w.@-]{1,256}$/, 'letters, digits, _ - . and @ only'));
const SendEmailRequest = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses }),
  ReplyToAddresses: Addresses,
  ConfigurationSetName: z.optional(z.string()),
  EmailTags: z._default(z.array(z.object({ Name: TagText, Value: TagText })), []),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: Words,
      Body: z.strictObject({ Text: z.optional(Words), Html: z.optional(Words) }),
      Headers: z._default(z.array(z.object({ Name: z.string(), Value: z.string() })), []),
    }),
  }),
});
type SendEmailRequest = z.infer<typeof SendEmailRequest>;

const IdentityShape = z.object({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: z.optional(z.object({ ConfigurationSetName: z.optional(z.string()) })),
});
type Identity = {
  name: string;
  arn: string;
  configurationSet: string | undefined;
  configurationPrefix: string;
};

export type SesService = (call: { caller: string; body: unknown }) => Record<string, unknown>;

/** The mail service: takes what a declared identity may send and puts it into the mailbox. */
export function createSes(
  assembly: Assembly,
  mail: MailStore,
  door: { authority: Authority; clock: () => Date },
): SesService {
  const identities = identitiesOf(assembly);
  return ({ caller, body }) => {
    const request = readRequest(SendEmailRequest, body);
    const from = addressIn(request.FromEmailAddress);
    const identity = identityFor(identities, from);
    if (identity === undefined) {
      throw badRequest(
        'MessageRejected',
        `Email address is not verified: the assembly declares no mail identity for ${from}.`,
      );
    }
    const set = request.ConfigurationSetName ?? identity.configurationSet;
    const resources = [identity.arn, ...(set === undefined ? [] : [`${identity.configurationPrefix}${set}`])];
    const context = conditionKeys(request, from);
    for (const resource of resources) {
      const refusal = door.authority.authorize({ caller, action: 'ses:SendEmail', resource, context });
      if (refusal !== undefined) throw accessDenied(refusal);
    }
    return accept(request, mail, { caller, at: door.clock().toISOString() });
  };
}

function accept(
  request: SendEmailRequest,
  mail: MailStore,
  said: { caller: string; at: string },
): Record<string, unknown> {
  const { ToAddresses: to, CcAddresses: cc, BccAddresses: bcc } = request.Destination;
  const count = to.length + cc.length + bcc.length;
  if (count === 0 || count > 50) throw badRequest('BadRequestException', 'A mail goes to 1 to 50 addresses.');
  const { Subject, Body, Headers } = request.Content.Simple;
  if (Body.Text === undefined && Body.Html === undefined) {
    throw badRequest('BadRequestException', 'A mail has a text or HTML.');
  }
  const id = randomUUID();
  mail.add({
    id,
    ...said,
    from: request.FromEmailAddress,
    to,
    cc,
    bcc,
    replyTo: request.ReplyToAddresses,
    subject: Subject.Data,
    tags: Object.fromEntries(request.EmailTags.map((tag) => [tag.Name, tag.Value])),
    text: Body.Text?.Data ?? '',
    ...(Body.Html !== undefined && { html: Body.Html.Data }),
    headers: Headers.map((header) => ({ name: header.Name, value: header.Value })),
  });
  return { MessageId: id };
}

function identitiesOf(assembly: Assembly): Identity[] {
  return assembly.resources('AWS::SES::EmailIdentity').map((resource) => {
    const shape = readShape(resource, IdentityShape);
    const prefix = `arn:aws:ses:${resource.region}:${resource.account}`;
    return {
      name: shape.EmailIdentity.toLowerCase(),
      arn: `${prefix}:identity/${shape.EmailIdentity}`,
      configurationSet: shape.ConfigurationSetAttributes?.ConfigurationSetName,
      configurationPrefix: `${prefix}:configuration-set/`,
    };
  });
}

/** The identity of the very address, else of its domain or a domain above it. */
function identityFor(identities: readonly Identity[], from: string): Identity | undefined {
  const domain = from.split('@')[1] ?? '';
  const above = domain.split('.').map((_, index, labels) => labels.slice(index).join('.'));
  for (const name of [from, ...above]) {
    const found = identities.find((identity) => identity.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const addressIn = (written: string) => (/<([^>]+)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase();

function conditionKeys(request: SendEmailRequest, from: string): RequestContext {
  const name = /^\s*"?([^"<]*?)"?\s*</.exec(request.FromEmailAddress)?.[1];
  const { ToAddresses, CcAddresses, BccAddresses } = request.Destination;
  return {
    'ses:ApiVersion': '2',
    'ses:FromAddress': from,
    'ses:Recipients': [...ToAddresses, ...CcAddresses, ...BccAddresses].map(addressIn),
    ...(name !== undefined && name !== '' && { 'ses:FromDisplayName': name }),
  };
}
