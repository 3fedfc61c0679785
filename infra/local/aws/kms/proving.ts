import { createHmac, createPublicKey, type KeyObject, sign, timingSafeEqual, verify } from 'node:crypto';
import * as z from 'zod/mini';
import { readRequest } from '../body.ts';
import { badRequest } from '../failure.ts';
import { Bytes, base64, findKey, Message, type Operation } from './door.ts';
import type { LocalKey } from './key-store.ts';

const MessageType = z._default(z.literal('RAW', 'only RAW messages are modelled'), 'RAW');
const mac = { KeyId: z.string(), Message, MacAlgorithm: z.string() };
const signature = { KeyId: z.string(), Message, SigningAlgorithm: z.string(), MessageType };
const MacRequest = z.object(mac);
const VerifyMacRequest = z.object({ ...mac, Mac: Bytes });
const SignRequest = z.object(signature);
const VerifyRequest = z.object({ ...signature, Signature: Bytes });
const NamedRequest = z.object({ KeyId: z.string() });

/** Operations of keys that prove: message codes and signatures. */
export const PROVING: Readonly<Record<string, Operation>> = {
  GenerateMac: (body, door) => {
    const request = readRequest(MacRequest, body);
    const key = door.admit('GenerateMac', findKey(door.store, request.KeyId, 'GENERATE_VERIFY_MAC'));
    const { MacAlgorithm } = request;
    return { KeyId: key.arn, MacAlgorithm, Mac: base64(codeOf(key, MacAlgorithm, request.Message)) };
  },
  VerifyMac: (body, door) => {
    const request = readRequest(VerifyMacRequest, body);
    const key = door.admit('VerifyMac', findKey(door.store, request.KeyId, 'GENERATE_VERIFY_MAC'));
    const right = codeOf(key, request.MacAlgorithm, request.Message);
    if (right.length !== request.Mac.length || !timingSafeEqual(right, request.Mac)) {
      throw badRequest('KMSInvalidMacException', 'The code is not of this message under this key.');
    }
    return { KeyId: key.arn, MacAlgorithm: request.MacAlgorithm, MacValid: true };
  },
  Sign: (body, door) => {
    const request = readRequest(SignRequest, body);
    const key = door.admit('Sign', findKey(door.store, request.KeyId, 'SIGN_VERIFY'));
    const { SigningAlgorithm } = request;
    const made = sign(hashOf(key, SigningAlgorithm), request.Message, privateKeyOf(key));
    return { KeyId: key.arn, SigningAlgorithm, Signature: base64(made) };
  },
  Verify: (body, door) => {
    const request = readRequest(VerifyRequest, body);
    const key = door.admit('Verify', findKey(door.store, request.KeyId, 'SIGN_VERIFY'));
    const { SigningAlgorithm } = request;
    const publicKey = createPublicKey(privateKeyOf(key));
    if (!verify(hashOf(key, SigningAlgorithm), request.Message, publicKey, request.Signature)) {
      throw badRequest(
        'KMSInvalidSignatureException',
        'The signature is not of this message under this key.',
      );
    }
    return { KeyId: key.arn, SigningAlgorithm, SignatureValid: true };
  },
  GetPublicKey: (body, door) => {
    const { KeyId } = readRequest(NamedRequest, body);
    const key = door.admit('GetPublicKey', findKey(door.store, KeyId, 'SIGN_VERIFY'));
    const PublicKey = base64(createPublicKey(privateKeyOf(key)).export({ format: 'der', type: 'spki' }));
    const SigningAlgorithms = [algorithmOf(key)];
    return { KeyId: key.arn, KeySpec: key.spec, KeyUsage: key.usage, PublicKey, SigningAlgorithms };
  },
  DescribeKey: (body, door) => {
    const { KeyId } = readRequest(NamedRequest, body);
    const key = door.admit('DescribeKey', findKey(door.store, KeyId, undefined));
    const named = { KeyId: key.id, Arn: key.arn, AWSAccountId: key.arn.split(':')[4] };
    const state = { Enabled: true, KeyState: 'Enabled', KeyManager: 'CUSTOMER', Origin: 'AWS_KMS' };
    return { KeyMetadata: { ...named, ...state, KeySpec: key.spec, KeyUsage: key.usage } };
  },
};

function codeOf(key: LocalKey, algorithm: string, message: Uint8Array): Buffer {
  const bits = key.spec.replace('HMAC_', '');
  if (algorithm !== `HMAC_SHA_${bits}`) throw wrongAlgorithm(key, algorithm);
  return createHmac(`sha${bits}`, key.secret).update(message).digest();
}

function hashOf(key: LocalKey, algorithm: string): string {
  if (algorithm !== algorithmOf(key)) throw wrongAlgorithm(key, algorithm);
  return algorithm.endsWith('256') ? 'sha256' : 'sha384';
}

const algorithmOf = (key: LocalKey) => (key.spec === 'ECC_NIST_P256' ? 'ECDSA_SHA_256' : 'ECDSA_SHA_384');

function privateKeyOf(key: LocalKey): KeyObject {
  if (key.signing === undefined) throw wrongAlgorithm(key, 'signing');
  return key.signing;
}

const wrongAlgorithm = (key: LocalKey, algorithm: string) =>
  badRequest('InvalidKeyUsageException', `Key ${key.arn} (${key.spec}) cannot be used for ${algorithm}.`);
