import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyContext, KeyService } from '#functions/gateways/key-service.ts';

const NONCE = 12;
const TAG = 16;
const bound = (context: KeyContext) => Buffer.from(JSON.stringify(Object.entries(context).sort()));

/**
 * A key service of one process: real cryptography under a master key nobody else has. It keeps the same
 * promises as KMS (test/adapters/key-service.test.ts holds both to them).
 */
export function memoryKeyService(): KeyService & { opened: number; failNext(): void } {
  const master = randomBytes(32);
  const hmac = randomBytes(32);
  let fails = false;
  const counts = { opened: 0 };
  const answering = () => {
    if (!fails) return;
    fails = false;
    throw new Error('The key service is out');
  };
  return {
    get opened() {
      return counts.opened;
    },
    failNext() {
      fails = true;
    },
    async create(context) {
      answering();
      const plain = Uint8Array.from(randomBytes(32));
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(bound(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return { plain, wrapped: Uint8Array.from(Buffer.concat([nonce, body, cipher.getAuthTag()])) };
    },
    async open(wrapped, context) {
      answering();
      counts.opened += 1;
      const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, NONCE));
      decipher.setAAD(bound(context)).setAuthTag(wrapped.subarray(-TAG));
      const plain = Buffer.concat([decipher.update(wrapped.subarray(NONCE, -TAG)), decipher.final()]);
      return Uint8Array.from(plain);
    },
    async fingerprint(message) {
      answering();
      return Uint8Array.from(createHmac('sha256', hmac).update(message).digest());
    },
  };
}
