import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { keysOf } from '#infra/local/assembly/keys.ts';
import { clientOf, localAws } from '../support/local-aws.ts';
import { functionWith, keyNamed, smallAssembly } from '../support/small-assembly.ts';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const may = (key: string, actions: string[], rest = {}) => ({
  Effect: 'Allow',
  Action: actions.map((action) => `kms:${action}`),
  Resource: arnOf(key),
  ...rest,
});
const SEALING = ['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'Encrypt', 'Decrypt', 'DescribeKey'];
const assembly = smallAssembly({
  ...keyNamed('Person'),
  ...keyNamed('Other'),
  ...keyNamed('Mac', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
  ...keyNamed('Anchor', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
  Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/person', TargetKeyId: arnOf('Person') } },
  ...functionWith(
    'Sealed',
    may('Person', SEALING),
    may('Other', SEALING),
    may('Mac', ['GenerateMac', 'VerifyMac']),
    may('Anchor', ['Sign', 'Verify', 'GetPublicKey']),
  ),
  ...functionWith(
    'Narrow',
    may('Person', ['Decrypt'], {
      Condition: { StringEquals: { 'kms:EncryptionContext:area': 'manchester' } },
    }),
    may('Other', ['Decrypt'], {
      Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' } },
    }),
  ),
});
const keyId = (logicalId: string) => keysOf(assembly).find((key) => key.logicalId === logicalId)?.id ?? '';
const clientFor = async (name: string) => {
  const aws = await localAws(assembly);
  return { aws, kms: new KMSClient(clientOf(aws, name)) };
};
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

test('a data key opens again with the same context, whatever the order of its names', async () => {
  const { kms } = await clientFor('Sealed');
  const made = await kms.send(
    new GenerateDataKeyCommand({
      KeyId: keyId('Person'),
      KeySpec: 'AES_256',
      EncryptionContext: { a: '1', b: '2' },
    }),
  );
  expect(made.Plaintext).toHaveLength(32);
  const opened = await kms.send(
    new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext: { b: '2', a: '1' } }),
  );
  expect(opened.Plaintext).toEqual(made.Plaintext);
  expect(opened.KeyId).toBe(made.KeyId);
});

test.each<[string, Record<string, string> | undefined]>([
  ['another value', { person: 'q' }],
  ['another name', { Person: 'p' }],
  ['one name more', { person: 'p', more: '' }],
  ['none at all', undefined],
])('sealed bytes do not open with %s in the context', async (_, EncryptionContext) => {
  const { kms } = await clientFor('Sealed');
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({
      KeyId: 'alias/person',
      Plaintext: Buffer.from('x'),
      EncryptionContext: { person: 'p' },
    }),
  );
  await expect(kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))).rejects.toThrow(
    expect.objectContaining({ name: 'InvalidCiphertextException' }),
  );
});

test('every byte of sealed bytes counts, and another key does not open them', async () => {
  const { kms } = await clientFor('Sealed');
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({ KeyId: keyId('Person'), Plaintext: Buffer.from('hello') }),
  );
  expect(text((await kms.send(new DecryptCommand({ CiphertextBlob }))).Plaintext)).toBe('hello');
  for (const place of [0, 5, 40, 55, 66]) {
    const changed = Buffer.from(CiphertextBlob ?? []);
    changed[place] = (changed[place] ?? 0) ^ 1;
    await expect(kms.send(new DecryptCommand({ CiphertextBlob: changed }))).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    });
  }
  await expect(kms.send(new DecryptCommand({ CiphertextBlob, KeyId: keyId('Other') }))).rejects.toMatchObject(
    {
      name: 'IncorrectKeyException',
    },
  );
});

test('a data key without plaintext keeps the plaintext to itself', async () => {
  const { kms } = await clientFor('Sealed');
  const made = await kms.send(
    new GenerateDataKeyWithoutPlaintextCommand({ KeyId: keyId('Person'), NumberOfBytes: 64 }),
  );
  expect(made).not.toHaveProperty('Plaintext');
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }));
  expect(opened.Plaintext).toHaveLength(64);
});

test('a message code is the same each time, and is not that of another message', async () => {
  const { kms } = await clientFor('Sealed');
  const asked = { KeyId: keyId('Mac'), MacAlgorithm: 'HMAC_SHA_256' } as const;
  const [first, second] = await Promise.all(
    [1, 2].map(() => kms.send(new GenerateMacCommand({ ...asked, Message: Buffer.from('07') }))),
  );
  expect(first?.Mac).toEqual(second?.Mac);
  const check = (Message: Buffer) => kms.send(new VerifyMacCommand({ ...asked, Message, Mac: first?.Mac }));
  expect(await check(Buffer.from('07'))).toMatchObject({ MacValid: true });
  await expect(check(Buffer.from('08'))).rejects.toMatchObject({ name: 'KMSInvalidMacException' });
});

test('a signature holds under the public key, also outside the key service', async () => {
  const { kms } = await clientFor('Sealed');
  const asked = { KeyId: keyId('Anchor'), SigningAlgorithm: 'ECDSA_SHA_256' } as const;
  const Message = Buffer.from('anchor');
  const { Signature } = await kms.send(new SignCommand({ ...asked, Message }));
  expect(await kms.send(new VerifyCommand({ ...asked, Message, Signature }))).toMatchObject({
    SignatureValid: true,
  });
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: asked.KeyId }));
  const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
  expect(verify('sha256', Message, key, Buffer.from(Signature ?? []))).toBe(true);
  await expect(
    kms.send(new VerifyCommand({ ...asked, Message: Buffer.from('other'), Signature })),
  ).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
});

test('a key is used for what it is for, by its own algorithm, up to 4096 bytes', async () => {
  const { kms } = await clientFor('Sealed');
  const wrongUse = kms.send(new EncryptCommand({ KeyId: keyId('Mac'), Plaintext: Buffer.from('x') }));
  await expect(wrongUse).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
  const wrongAlgorithm = kms.send(
    new GenerateMacCommand({ KeyId: keyId('Mac'), Message: Buffer.from('x'), MacAlgorithm: 'HMAC_SHA_512' }),
  );
  await expect(wrongAlgorithm).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
  const tooLong = kms.send(new EncryptCommand({ KeyId: keyId('Person'), Plaintext: Buffer.alloc(4097) }));
  await expect(tooLong).rejects.toMatchObject({ name: 'ValidationException' });
  const nobody = kms.send(new DescribeKeyCommand({ KeyId: 'alias/nobody' }));
  await expect(nobody).rejects.toMatchObject({ name: 'NotFoundException' });
});

test('a refusal names function, action and key, is announced and kept', async () => {
  const { aws, kms } = await clientFor('Narrow');
  const arn = keysOf(assembly).find((key) => key.logicalId === 'Mac')?.arn ?? '';
  const refused = kms.send(
    new GenerateMacCommand({ KeyId: keyId('Mac'), Message: Buffer.from('x'), MacAlgorithm: 'HMAC_SHA_256' }),
  );
  await expect(refused).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `the-narrow (Narrow) may not kms:GenerateMac on ${arn}: no statement of its role allows it`,
  });
  expect(aws.announced).toMatchObject([{ caller: 'Narrow', action: 'kms:GenerateMac', resource: arn }]);
  expect(aws.refusals()).toEqual(aws.announced);
});

test('a condition on the context or on the way through a service decides', async () => {
  const { aws, kms } = await clientFor('Narrow');
  const sealed = new KMSClient(clientOf(aws, 'Sealed'));
  const seal = async (key: string, EncryptionContext: Record<string, string>) => ({
    EncryptionContext,
    CiphertextBlob: (
      await sealed.send(
        new EncryptCommand({ KeyId: keyId(key), Plaintext: Buffer.from('x'), EncryptionContext }),
      )
    ).CiphertextBlob,
  });
  const here = await seal('Person', { area: 'manchester' });
  expect(text((await kms.send(new DecryptCommand(here))).Plaintext)).toBe('x');
  const elsewhere = await seal('Person', { area: 'shropshire' });
  await expect(kms.send(new DecryptCommand(elsewhere))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const direct = await seal('Other', {});
  await expect(kms.send(new DecryptCommand(direct))).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('a key whose own policy leaves nothing to the account refuses even a role that allows itself', async () => {
  const closed = smallAssembly({
    ...keyNamed('Person', { KeyPolicy: { Statement: [] } }),
    ...functionWith('Sealed', may('Person', SEALING)),
  });
  const aws = await localAws(closed);
  const kms = new KMSClient(clientOf(aws, 'Sealed'));
  await expect(
    kms.send(new EncryptCommand({ KeyId: keysOf(closed)[0]?.id, Plaintext: Buffer.from('x') })),
  ).rejects.toThrow('the key’s own policy neither allows it nor leaves it to the account');
});

test('keys survive a restart in a file only their owner reads', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'portal-keys-'));
  const storage = { kind: 'directory', path: path.join(directory, 'aws') } as const;
  try {
    const before = await localAws(assembly, { storage });
    const { CiphertextBlob } = await new KMSClient(clientOf(before, 'Sealed')).send(
      new EncryptCommand({ KeyId: keyId('Person'), Plaintext: Buffer.from('kept') }),
    );
    await before.close();
    const after = await localAws(assembly, { storage });
    const opened = await new KMSClient(clientOf(after, 'Sealed')).send(
      new DecryptCommand({ CiphertextBlob }),
    );
    expect(text(opened.Plaintext)).toBe('kept');
    const file = path.join(storage.path, 'keys.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(storage.path).mode & 0o777).toBe(0o700);
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toHaveLength(4);
    await after.close();
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('an outage of the key service is an outage of nothing else', async () => {
  const { aws, kms } = await clientFor('Sealed');
  const asking = () => kms.send(new DescribeKeyCommand({ KeyId: keyId('Person') }));
  aws.setOutage('kms', true);
  await expect(asking()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
  aws.setOutage('kms', false);
  expect((await asking()).KeyMetadata?.KeyState).toBe('Enabled');
});
