import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { sesClient, sesMailer } from '#functions/gateways/email.ts';
import { sqsClient, sqsQueue } from '#functions/gateways/queue.ts';
import { kmsSigner } from '#functions/gateways/signer.ts';
import { Unavailable } from '#functions/runtime/unavailable.ts';

process.env['AWS_REGION'] ??= 'eu-west-2';

it('a queue takes ten messages a call and names the ones it did not take', async () => {
  const sqs = mockClient(SQSClient);
  sqs
    .on(SendMessageBatchCommand)
    .resolvesOnce({ Failed: [{ Id: '3', SenderFault: false, Code: 'x' }] })
    .resolves({ Failed: [{ Id: '11', SenderFault: false, Code: 'x' }] });
  const queue = sqsQueue(sqsClient(), 'https://queue.example');
  expect(await queue.send(Array.from({ length: 12 }, (_, index) => `m${index}`))).toEqual([3, 11]);
  const sent = sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries?.length);
  expect(sent).toEqual([10, 2]);
  expect(await queue.send([])).toEqual([]);
  expect(sqs.commandCalls(SendMessageBatchCommand)).toHaveLength(2);
});

it('mail goes as plain text from our sender, tagged with what it tells of', async () => {
  const ses = mockClient(SESv2Client);
  ses.on(SendEmailCommand).resolves({ MessageId: '1' });
  const mailer = sesMailer(sesClient(), 'portal@portal.example.org');
  await mailer.send({ to: 'a@demo.example', subject: 'Grüße', text: 'One\n\nTwo', key: 'event-1' });
  expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toEqual({
    FromEmailAddress: 'portal@portal.example.org',
    Destination: { ToAddresses: ['a@demo.example'] },
    Content: {
      Simple: {
        Subject: { Data: 'Grüße', Charset: 'UTF-8' },
        Body: { Text: { Data: 'One\n\nTwo', Charset: 'UTF-8' } },
      },
    },
    EmailTags: [{ Name: 'key', Value: 'event-1' }],
  });
  ses.on(SendEmailCommand).rejects(Object.assign(new Error(), { $metadata: { httpStatusCode: 503 } }));
  const again = mailer.send({ to: 'a@demo.example', subject: 's', text: 't', key: 'k' });
  await expect(again).rejects.toThrow(Unavailable);
});

it('an anchor is signed by the key of anchors over the text itself', async () => {
  const kms = mockClient(KMSClient);
  kms.on(SignCommand).resolves({ Signature: new Uint8Array([1, 2]) });
  const signer = kmsSigner(new KMSClient({ region: 'eu-west-2' }), 'key-1');
  expect(await signer.sign('text')).toEqual(new Uint8Array([1, 2]));
  expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toMatchObject({
    KeyId: 'key-1',
    Message: Buffer.from('text'),
    MessageType: 'RAW',
    SigningAlgorithm: 'ECDSA_SHA_256',
  });
});
