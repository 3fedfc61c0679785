import type { Assembly } from '../assembly/assembly.ts';
import type { AccessRequest, Grant, Refusal } from './access.ts';
import type { MailStore } from './mail-store.ts';
import type { QueueStore } from './queue-store.ts';

export type AwsOptions = {
  assembly: Assembly;
  /** Where the DynamoDB engine listens. */
  engineUrl: string;
  /** Keys, queues and mail survive in a directory (made, 0700) or live in memory. */
  storage: { kind: 'memory' } | { kind: 'directory'; path: string };
  /** The shared clock: delays, visibility and times of mail follow it. */
  clock: () => Date;
  /** Called once per refusal, also for those of `authorize`. */
  onRefusal?: (refusal: Refusal) => void;
};

export type Aws = {
  /** Value of AWS_ENDPOINT_URL for every function. */
  url: string;
  /** The local address of a queue named by its assembly URL; any other text is answered unchanged. */
  queueUrl(url: string): string;
  /** What a function's SDK finds in its environment (AWS_ACCESS_KEY_ID …, AWS_REGION). */
  credentials(functionLogicalId: string): Record<string, string>;
  /** For what the platform does with a function's role (polling, dead letters): undefined when allowed, else recorded. */
  authorize(request: AccessRequest): Refusal | undefined;
  refusals(): readonly Refusal[];
  /** What the roles allow and nobody has used since the start. */
  unusedGrants(): Grant[];
  mail: MailStore;
  queues: QueueStore;
  close(): Promise<void>;
};

/** Starts KMS, SES, SQS, S3 and the door to DynamoDB on one loopback port, every call judged by its caller's policies. */
export function startAws(options: AwsOptions): Promise<Aws> {
  return Promise.reject(new Error(`Not there yet: ${options.engineUrl}`));
}
