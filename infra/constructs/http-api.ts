import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as api from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Boundary, Endpoint } from '#shared/api/endpoint.ts';
import type { ServiceFunction } from './service-function.ts';

/** What a request leaves in the log: which route, never which path, so no id and no person. */
const LOGGED = JSON.stringify({
  at: '$context.requestTime',
  request: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  bytes: '$context.responseLength',
  error: '$context.error.messageString',
  functionError: '$context.integrationErrorMessage',
});

export type RegistryApiProps = {
  routes: readonly Endpoint[];
  functions: Readonly<Record<Boundary, ServiceFunction>>;
  logRetention: RetentionDays;
};

/** The HTTP API: one route for each endpoint of the registry, to its boundary's function, and no other. */
export class RegistryApi extends Construct {
  readonly http: api.HttpApi;

  constructor(scope: Construct, id: string, props: RegistryApiProps) {
    super(scope, id);
    this.http = new api.HttpApi(this, 'Http', { createDefaultStage: false });
    const log = new LogGroup(this, 'Log', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.http.addStage('Live', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new api.LogGroupLogDestination(log),
        format: AccessLogFormat.custom(LOGGED),
      },
    });
    this.mount(props);
  }

  private mount({ routes, functions }: RegistryApiProps): void {
    const integrations = new Map<Boundary, HttpLambdaIntegration>();
    for (const { boundary, path, method } of routes) {
      // One permission a function: one for each route would pass the 20 KB limit of its policy.
      const integration =
        integrations.get(boundary) ??
        new HttpLambdaIntegration(boundary, functions[boundary].fn, { scopePermissionToRoute: false });
      integrations.set(boundary, integration);
      this.http.addRoutes({ path, methods: [api.HttpMethod[method]], integration });
    }
  }
}
