import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { clientOf, localAws } from '../support/local-aws.ts';
import { functionWith, smallAssembly } from '../support/small-assembly.ts';

const ses = (kind: string) => `arn:aws:ses:eu-west-2:000000000000:${kind}`;
const may = (Resource: string[], rest = {}) => ({
  Effect: 'Allow',
  Action: 'ses:SendEmail',
  Resource,
  ...rest,
});
const DOMAIN = ses('identity/portal.example.org');
const SET = ses('configuration-set/settings');
const assembly = smallAssembly({
  Identity: {
    Type: 'AWS::SES::EmailIdentity',
    Properties: {
      EmailIdentity: 'portal.example.org',
      ConfigurationSetAttributes: { ConfigurationSetName: { Ref: 'Settings' } },
    },
  },
  Settings: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'settings' } },
  ...functionWith('Mailer', may([DOMAIN, SET])),
  ...functionWith('Half', may([DOMAIN])),
  ...functionWith(
    'Careful',
    may([DOMAIN, SET], { Condition: { 'ForAllValues:StringLike': { 'ses:Recipients': '*@demo.example' } } }),
  ),
});
const mail = (change: { from?: string; to?: string[]; tag?: string } = {}) =>
  new SendEmailCommand({
    FromEmailAddress: change.from ?? 'Partner portal <hello@portal.example.org>',
    Destination: { ToAddresses: change.to ?? ['reader@demo.example'] },
    Content: {
      Simple: {
        Subject: { Data: 'Somebody is waiting' },
        Body: { Text: { Data: 'R-7K3M-92QF' } },
        Headers: [{ Name: 'List-Unsubscribe', Value: '<https://portal.example.org/x>' }],
      },
    },
    EmailTags: [{ Name: 'key', Value: change.tag ?? 'k-1' }],
  });
const sender = async (name: string, options = {}) => {
  const aws = await localAws(assembly, options);
  return { aws, send: (command: SendEmailCommand) => new SESv2Client(clientOf(aws, name)).send(command) };
};

test('a mail lies in the mailbox as it was sent, with the time of the shared clock', async () => {
  const { aws, send } = await sender('Mailer');
  const heard: string[] = [];
  aws.mail.onMail((it) => heard.push(it.subject));
  const { MessageId } = await send(mail());
  expect(aws.mail.list()).toEqual([
    {
      id: MessageId,
      at: '2026-11-23T09:00:00.000Z',
      caller: 'Mailer',
      from: 'Partner portal <hello@portal.example.org>',
      to: ['reader@demo.example'],
      cc: [],
      bcc: [],
      replyTo: [],
      subject: 'Somebody is waiting',
      text: 'R-7K3M-92QF',
      tags: { key: 'k-1' },
      headers: [{ name: 'List-Unsubscribe', value: '<https://portal.example.org/x>' }],
    },
  ]);
  expect(aws.mail.find(MessageId ?? '')?.text).toBe('R-7K3M-92QF');
  expect(heard).toEqual(['Somebody is waiting']);
  aws.mail.clear();
  expect(aws.mail.list()).toEqual([]);
});

test('an identity’s own settings need leave as well as the identity', async () => {
  const { aws, send } = await sender('Half');
  await expect(send(mail())).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `the-half (Half) may not ses:SendEmail on ${SET}: no statement of its role allows it`,
  });
  expect(aws.mail.list()).toEqual([]);
});

test('a condition on recipients is judged for each of them', async () => {
  const { send } = await sender('Careful');
  await send(mail());
  await expect(send(mail({ to: ['a@demo.example', 'b@elsewhere.example'] }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('a sender nobody declared is rejected, a name under a declared domain is not', async () => {
  const { send } = await sender('Mailer');
  await expect(send(mail({ from: 'x@other.example' }))).rejects.toMatchObject({
    name: 'MessageRejected',
    message: expect.stringContaining('not verified'),
  });
  await expect(send(mail({ from: 'x@notportal.example.org' }))).rejects.toMatchObject({
    name: 'MessageRejected',
  });
  await send(mail({ from: 'x@mail.portal.example.org' }));
});

test('what SES would not take is not taken here', async () => {
  const { send } = await sender('Mailer');
  await expect(send(mail({ to: [] }))).rejects.toMatchObject({ name: 'BadRequestException' });
  await expect(
    send(mail({ to: Array.from({ length: 51 }, (_, n) => `p${n}@demo.example`) })),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
  });
  await expect(send(mail({ tag: 'two words' }))).rejects.toThrow('letters, digits');
});

test('mail survives a restart', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'portal-mail-'));
  const storage = { kind: 'directory', path: directory } as const;
  try {
    const before = await sender('Mailer', { storage });
    await before.send(mail());
    await before.aws.close();
    const after = await sender('Mailer', { storage });
    expect(after.aws.mail.list()).toHaveLength(1);
    await after.aws.close();
  } finally {
    rmSync(directory, { recursive: true });
  }
});
