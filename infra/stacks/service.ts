import { CfnOutput, CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FunctionName } from '#functions/runtime/env.ts';
import { routes } from '#shared/api/index.ts';
import { everyMinutes, fromQueue, fromStream } from '../constructs/event-sources.ts';
import { RegistryApi } from '../constructs/http-api.ts';
import { useOfKey } from '../constructs/keys.ts';
import { ServiceFunction, type Variables } from '../constructs/service-function.ts';
import { deadLetterQueue, WorkerQueue } from '../constructs/worker-queue.ts';
import type { AnyDeployed, QueueName } from '../functions/spec.ts';
import { deployed } from '../functions.ts';
import type { Stage } from '../stages.ts';
import type { StateStack } from './state.ts';

export type ServiceStackProps = StackProps & { stage: Stage; state: StateStack };

/** The running portal: HTTP API, functions, streams, queues, schedules. Holds nothing that must be kept. */
export class ServiceStack extends Stack {
  readonly api: RegistryApi;
  readonly functions: Readonly<Record<FunctionName, ServiceFunction>>;
  readonly queues: Readonly<Record<QueueName, WorkerQueue>>;
  /** Where events wait that a stream consumer or the schedule could not get done. */
  readonly deadLetters = new Map<FunctionName, Queue>();
  private readonly state: StateStack;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    this.state = props.state;
    this.queues = {
      // Twenty tries a quarter of an hour apart: a mail outage of nearly five hours loses nothing.
      mail: new WorkerQueue(this, 'MailQueue', { retryAfter: Duration.minutes(15), tries: 20 }),
      chain: new WorkerQueue(this, 'ChainQueue', { retryAfter: Duration.minutes(5), tries: 12 }),
      insight: new WorkerQueue(this, 'InsightQueue', { retryAfter: Duration.minutes(5), tries: 12 }),
    };
    this.functions = this.allFunctions(props.stage);
    for (const each of deployed) this.connect(each);
    this.api = new RegistryApi(this, 'Api', {
      routes,
      functions: this.functions,
      logRetention: props.stage.logDays,
    });
  }

  private allFunctions(stage: Stage): Record<FunctionName, ServiceFunction> {
    const variables = this.variables(stage);
    const entries = deployed.map((settings) => {
      const { name } = settings;
      const fn = new ServiceFunction(this, idOf(name), {
        settings,
        variables: variables[name],
        functionName: `portal-${stage.name}-${name}`,
        logRetention: stage.logDays,
        reservedConcurrency: stage.options.reservedConcurrency[name],
      });
      return [name, fn] as const;
    });
    // `deployed` has one entry for each name, which fromEntries cannot tell the compiler.
    return Object.fromEntries(entries) as Record<FunctionName, ServiceFunction>;
  }

  /** The variables no grant sets, held to what each entry reads. */
  private variables(stage: Stage): { readonly [Name in FunctionName]: Variables<Name> } {
    const base = { STAGE: stage.name };
    const web = {
      ...base,
      ORIGIN: `https://${stage.domain}`,
      ORIGIN_SECRET_SHA256: this.originSecretHashes(),
    };
    const { issuer, client } = this.state.signIn;
    return {
      public: web,
      grants: web,
      'sign-in': { ...web, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.userPoolClientId },
      intake: web,
      joining: web,
      staff: web,
      sealed: web,
      commissioner: web,
      projector: base,
      dispatcher: base,
      mailer: { ...base, ORIGIN: web.ORIGIN, MAIL_FROM: stage.mail.from },
      chain: base,
      insight: base,
      quarters: base,
      retention: base,
      timers: base,
      sweeper: base,
    };
  }

  /** What CloudFront must prove: only hashes come here, so reading a function's settings gives nothing away. */
  private originSecretHashes(): string {
    const hashes = new CfnParameter(this, 'OriginHashes', {
      description: 'SHA-256 (hex) of the secrets CloudFront may send, comma separated, two at most',
      allowedPattern: '^(none|[0-9a-f]{64}(,[0-9a-f]{64})?)$',
      default: 'none',
    });
    new CfnOutput(this, 'AcceptedOriginSecrets', { value: hashes.valueAsString });
    return hashes.valueAsString;
  }

  /** Gives a function what it may touch, and wires what starts it. */
  private connect(each: AnyDeployed): void {
    const fn = this.functions[each.name];
    const { tables, keys, mailIdentity, mailSettings } = this.state;
    for (const table of Object.values(tables)) {
      const actions = each.tables[table.name];
      const limits = {
        indexes: each.indexes,
        writesOnly: each.writesOnly[table.name],
        readsOnly: each.readsOnly?.[table.name],
      };
      if (actions !== undefined) table.grantTo(fn, actions, limits);
    }
    for (const queue of each.sends) {
      this.queues[queue].grantSendTo(fn, `QUEUE_${queue.toUpperCase()}_URL`);
    }
    for (const name of ['person', 'mac', 'anchor'] as const) {
      const actions = each.keys[name];
      if (actions === undefined) continue;
      fn.allow(useOfKey(keys[name], actions));
      fn.setVariable(`${name.toUpperCase()}_KEY_ID`, keys[name].keyId);
    }
    if (each.mails) {
      const settings = `arn:${this.partition}:ses:${this.region}:${this.account}:configuration-set/${mailSettings.configurationSetName}`;
      const resources = [mailIdentity.emailIdentityArn, settings];
      fn.allow(new PolicyStatement({ actions: ['ses:SendEmail'], resources }));
    }
    this.start(fn, each);
  }

  private start(fn: ServiceFunction, { name, trigger }: AnyDeployed): void {
    if (trigger.kind === 'queue') fromQueue(fn, this.queues[trigger.queue], trigger);
    if (trigger.kind === 'schedule') everyMinutes(fn, trigger.everyMinutes, this.deadLettersOf(name));
    if (trigger.kind === 'stream') {
      fromStream(fn, this.state.tables.events, { ...trigger, deadLetters: this.deadLettersOf(name) });
    }
  }

  private deadLettersOf(name: FunctionName): IQueue {
    const queue = deadLetterQueue(this, `${idOf(name)}DeadLetters`);
    this.deadLetters.set(name, queue);
    return queue;
  }
}

/** `sign-in` → `SignIn`: ids are nouns in PascalCase and stay for ever. */
const idOf = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
