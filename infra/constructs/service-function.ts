import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Environment, FunctionName } from '#functions/runtime/env.ts';
import { bundlePath } from '../build/paths.ts';
import type { Settings } from '../functions/spec.ts';

/** What grants set: which table, queue or key to use. Everything else a caller must hand over. */
type Granted = `TABLE_${string}` | `QUEUE_${string}_URL` | `${string}_KEY_ID`;
/** The variables of one function that no grant sets; leaving one out does not compile. */
export type Variables<Name extends FunctionName> = {
  readonly [Variable in Exclude<keyof Environment<Name> & string, Granted>]: string;
};

export type ServiceFunctionProps = {
  settings: Settings;
  /** The variables no grant sets; the caller holds them to `Variables` of this function. */
  variables: Readonly<Record<string, string>>;
  functionName: string;
  logRetention: RetentionDays;
  /** Most instances at once; undefined shares the account's pool. */
  reservedConcurrency: number | undefined;
};

/** A function as every function is here: its own role, its own log, no wildcard, nothing secret. */
export class ServiceFunction extends Construct {
  readonly fn: lambda.Function;
  private readonly role: Role;

  /** What a trigger must wait for: a poller that starts before its rights do fails at once. */
  get rights(): Role {
    return this.role;
  }

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const logs = new LogGroup(this, 'Log', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.fn = new lambda.Function(this, 'Function', {
      functionName: props.functionName,
      description: props.settings.impact.slice(0, 256),
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(bundlePath(props.settings.name)),
      memorySize: props.settings.memoryMegabytes,
      timeout: Duration.seconds(props.settings.timeoutSeconds),
      role: this.role,
      logGroup: logs,
      loggingFormat: lambda.LoggingFormat.JSON,
      environment: { ...props.variables },
      // The next tick or the sweeper tries again; a second try at once would meet the same fault.
      retryAttempts: 0,
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
    });
    this.allow(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logs.logGroupArn],
      }),
    );
  }

  /** Adds to what this function's role may do. */
  allow(...statements: readonly PolicyStatement[]): void {
    for (const statement of statements) this.role.addToPolicy(statement);
  }

  setVariable(name: string, value: string): void {
    this.fn.addEnvironment(name, value);
  }
}
