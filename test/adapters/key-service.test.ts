import { createHmac } from 'node:crypto';
import {
  DecryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  IncorrectKeyException,
  KMSClient,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, test } from 'vitest';
import type { KeyContext, KeyService } from '#functions/gateways/key-service.ts';
import { kmsKeyService } from '#functions/gateways/kms.ts';
import { memoryKeyService } from '#test/support/key-service.ts';

const context: KeyContext = { app: 'vcse-portal', person: 'a', scheme: 's' };

/** KMS as its reference describes it, over real cryptography; the adapter is what is judged. */
function kmsAsDescribed() {
  const behind = memoryKeyService();
  const client = new KMSClient({ region: 'eu-west-2' });
  const kms = mockClient(client);
  const contextOf = (given: Record<string, string> | undefined): KeyContext => ({
    app: 'vcse-portal',
    person: given?.['person'] ?? '',
    scheme: given?.['scheme'] ?? '',
  });
  kms.on(GenerateDataKeyCommand).callsFake(async (input) => {
    const { plain, wrapped } = await behind.create(contextOf(input.EncryptionContext));
    return { Plaintext: plain, CiphertextBlob: wrapped };
  });
  kms.on(DecryptCommand).callsFake(async (input) => {
    const plain = await behind.open(input.CiphertextBlob, contextOf(input.EncryptionContext)).catch(() => {
      throw new IncorrectKeyException({ message: 'wrong', $metadata: {} });
    });
    return { Plaintext: plain };
  });
  kms.on(GenerateMacCommand).callsFake(async (input) => ({
    Mac: createHmac('sha256', input.KeyId).update(input.Message).digest(),
  }));
  return { kms, service: kmsKeyService({ client, personKeyId: 'person-key', macKeyId: 'mac-key' }) };
}

describe.each<[string, () => KeyService]>([
  ['KMS', () => kmsAsDescribed().service],
  ['the key service of tests', memoryKeyService],
])('%s', (_, make) => {
  test('makes 256-bit keys, each its own, that open again for the same person', async () => {
    const service = make();
    const [one, two] = [await service.create(context), await service.create(context)];
    expect(one.plain).toHaveLength(32);
    expect(one.plain).not.toEqual(two.plain);
    expect(one.wrapped).not.toEqual(one.plain);
    expect(await service.open(one.wrapped, context)).toEqual(one.plain);
  });

  test('opens a key for nobody else', async () => {
    const service = make();
    const { wrapped } = await service.create(context);
    await expect(service.open(wrapped, { ...context, person: 'b' })).rejects.toThrow();
    await expect(service.open(wrapped, { ...context, scheme: 't' })).rejects.toThrow();
    await expect(
      service.open(
        wrapped.map((byte) => byte ^ 1),
        context,
      ),
    ).rejects.toThrow();
  });

  test('gives the same fingerprint for the same message and no other', async () => {
    const service = make();
    const one = await service.fingerprint('manchester|s|phone:07700900201');
    expect(one).toHaveLength(32);
    expect(await service.fingerprint('manchester|s|phone:07700900201')).toEqual(one);
    expect(await service.fingerprint('manchester|t|phone:07700900201')).not.toEqual(one);
  });
});

describe('the KMS adapter', () => {
  test('names the two keys, the algorithm and the context of opaque ids', async () => {
    const { kms, service } = kmsAsDescribed();
    const { wrapped } = await service.create(context);
    await service.open(wrapped, context);
    await service.fingerprint('message');
    expect(kms.commandCalls(GenerateDataKeyCommand)[0]?.args[0].input).toEqual({
      KeyId: 'person-key',
      KeySpec: 'AES_256',
      EncryptionContext: context,
    });
    expect(kms.commandCalls(DecryptCommand)[0]?.args[0].input).toEqual({
      KeyId: 'person-key',
      CiphertextBlob: wrapped,
      EncryptionContext: context,
    });
    expect(kms.commandCalls(GenerateMacCommand)[0]?.args[0].input).toMatchObject({
      KeyId: 'mac-key',
      MacAlgorithm: 'HMAC_SHA_256',
    });
  });

  test('says that keys do not answer when KMS is out, so that the caller can try again', async () => {
    const { kms, service } = kmsAsDescribed();
    const out = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    kms.on(GenerateDataKeyCommand).rejects(out);
    await expect(service.create(context)).rejects.toMatchObject({ name: 'Unavailable', service: 'keys' });
  });

  test('an answer without bytes is a fault', async () => {
    const { kms, service } = kmsAsDescribed();
    kms.on(GenerateDataKeyCommand).resolves({});
    await expect(service.create(context)).rejects.toThrow('without bytes');
  });
});
