import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as api from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { BOUNDARIES, type Boundary, type Endpoint } from '#shared/api/endpoint.ts';
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
    for (const boundary of BOUNDARIES) {
      this.mount(boundary, props.functions[boundary], props.routes);
    }
  }

  /** All routes of one function, through one integration and one permission whatever their number and order. */
  private mount(boundary: Boundary, { fn }: ServiceFunction, routes: readonly Endpoint[]): void {
    const { apiId } = this.http;
    const integration = new api.CfnIntegration(this, `To-${boundary}`, {
      apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: fn.functionArn,
      payloadFormatVersion: '2.0',
    });
    for (const { id, method, path } of routes.filter((route) => route.boundary === boundary)) {
      const target = `integrations/${integration.ref}`;
      new api.CfnRoute(this, id, { apiId, routeKey: `${method} ${path}`, authorizationType: 'NONE', target });
    }
    const { partition, region, account } = Stack.of(this);
    // One for each route would pass the 20 KB a function's own policy may have.
    fn.addPermission(`Call-${boundary}`, {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      scope: this,
      sourceArn: `arn:${partition}:execute-api:${region}:${account}:${apiId}/*/*`,
    });
  }
}
