import type { AccessRequest } from '../aws/access.ts';
import type { QueueStore } from '../aws/queue-store.ts';
import type { Functions } from '../workers/functions.ts';

/** What event sources and schedules stand on. */
export type Platform = {
  functions: Pick<Functions, 'invoke' | 'find'>;
  queues: QueueStore;
  /** Asks leave in the name of a function's role; true when its policy allows it. */
  allowed: (request: AccessRequest) => boolean;
  /** What went wrong outside a function: shown to whoever started the portal. */
  report: (message: string) => void;
};

/** Condition keys of a call that a service makes with a customer's key. */
export function viaService(service: 'dynamodb' | 'sqs', arn: string): Record<string, string> {
  return { 'kms:ViaService': `${service}.${arn.split(':')[3]}.amazonaws.com` };
}
