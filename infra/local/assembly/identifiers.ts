import { createHash } from 'node:crypto';

/** A declared resource with what its identifiers are made of. `property` resolves one of its own properties. */
export type Declared = {
  stack: string;
  account: string;
  region: string;
  logicalId: string;
  type: string;
  property(name: string): string | undefined;
};

type Identifiers = { ref: string; attributes?: Record<string, string> };
type Rule = (it: Declared) => Identifiers;

const digest = (it: Declared, length: number) =>
  createHash('sha256').update(`${it.stack}/${it.logicalId}`).digest('hex').slice(0, length);
const uuid = (it: Declared) =>
  digest(it, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
const named = (it: Declared, property: string) => it.property(property) ?? `${it.stack}-${it.logicalId}`;
const arn = (it: Declared, service: string, rest: string) =>
  `arn:aws:${service}:${it.region}:${it.account}:${rest}`;
const global = (it: Declared, service: string, rest: string) => `arn:aws:${service}::${it.account}:${rest}`;

const table: Rule = (it) => {
  const name = named(it, 'TableName');
  const Arn = arn(it, 'dynamodb', `table/${name}`);
  return { ref: name, attributes: { Arn, StreamArn: `${Arn}/stream/local`, TableId: uuid(it) } };
};
const queue: Rule = (it) => {
  const suffix = it.property('FifoQueue') === 'true' && it.property('QueueName') === undefined ? '.fifo' : '';
  const QueueName = named(it, 'QueueName') + suffix;
  const QueueUrl = `https://sqs.${it.region}.amazonaws.com/${it.account}/${QueueName}`;
  return { ref: QueueUrl, attributes: { Arn: arn(it, 'sqs', QueueName), QueueName, QueueUrl } };
};
const key: Rule = (it) => ({
  ref: uuid(it),
  attributes: { Arn: arn(it, 'kms', `key/${uuid(it)}`), KeyId: uuid(it) },
});
const bucket: Rule = (it) => {
  const name = named(it, 'BucketName').toLowerCase();
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${it.region}.amazonaws.com`,
    },
  };
};
const withArn =
  (property: string, service: string, prefix: string): Rule =>
  (it) => ({
    ref: named(it, property),
    attributes: { Arn: arn(it, service, `${prefix}${named(it, property)}`) },
  });
const plainId: Rule = (it) => ({ ref: digest(it, 10), attributes: { Id: digest(it, 10) } });
const userPool: Rule = (it) => {
  const id = `${it.region}_${digest(it, 9)}`;
  const ProviderName = `cognito-idp.${it.region}.amazonaws.com/${id}`;
  return {
    ref: id,
    attributes: {
      Arn: arn(it, 'cognito-idp', `userpool/${id}`),
      UserPoolId: id,
      ProviderName,
      ProviderURL: `https://${ProviderName}`,
    },
  };
};
const edgeFunction: Rule = (it) => {
  const FunctionARN = global(it, 'cloudfront', `function/${named(it, 'Name')}`);
  return { ref: FunctionARN, attributes: { FunctionARN, Stage: 'LIVE' } };
};
const distribution: Rule = (it) => ({
  ref: digest(it, 13).toUpperCase(),
  attributes: { Id: digest(it, 13).toUpperCase(), DomainName: `${digest(it, 13)}.cloudfront.net` },
});
const httpApi: Rule = (it) => ({
  ref: digest(it, 10),
  attributes: {
    ApiId: digest(it, 10),
    ApiEndpoint: `https://${digest(it, 10)}.execute-api.${it.region}.amazonaws.com`,
  },
});
const role: Rule = (it) => {
  const name = named(it, 'RoleName');
  return { ref: name, attributes: { Arn: global(it, 'iam', `role/${name}`), RoleId: digest(it, 21) } };
};
const topic: Rule = (it) => {
  const TopicArn = arn(it, 'sns', named(it, 'TopicName'));
  return { ref: TopicArn, attributes: { TopicArn, TopicName: named(it, 'TopicName') } };
};
const webAcl: Rule = (it) => ({
  ref: digest(it, 10),
  attributes: { Id: uuid(it), Arn: arn(it, 'wafv2', `global/webacl/${it.logicalId}/${uuid(it)}`) },
});

const RULES: Readonly<Record<string, Rule>> = {
  'AWS::ApiGatewayV2::Api': httpApi,
  'AWS::ApiGatewayV2::Integration': plainId,
  'AWS::ApiGatewayV2::Route': plainId,
  'AWS::ApiGatewayV2::Stage': (it) => ({ ref: named(it, 'StageName') }),
  'AWS::CertificateManager::Certificate': (it) => ({ ref: arn(it, 'acm', `certificate/${uuid(it)}`) }),
  'AWS::CloudFront::CachePolicy': plainId,
  'AWS::CloudFront::Distribution': distribution,
  'AWS::CloudFront::Function': edgeFunction,
  'AWS::CloudFront::OriginAccessControl': plainId,
  'AWS::CloudFront::OriginRequestPolicy': plainId,
  'AWS::CloudFront::ResponseHeadersPolicy': plainId,
  'AWS::CloudWatch::Alarm': withArn('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::Cognito::UserPool': userPool,
  'AWS::Cognito::UserPoolClient': (it) => ({ ref: digest(it, 26), attributes: { ClientId: digest(it, 26) } }),
  'AWS::Cognito::UserPoolDomain': (it) => ({ ref: named(it, 'Domain') }),
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Rule': withArn('Name', 'events', 'rule/'),
  'AWS::IAM::ManagedPolicy': (it) => ({ ref: global(it, 'iam', `policy/${named(it, 'ManagedPolicyName')}`) }),
  'AWS::IAM::Role': role,
  'AWS::KMS::Alias': (it) => ({ ref: named(it, 'AliasName') }),
  'AWS::KMS::Key': key,
  'AWS::Lambda::Function': withArn('FunctionName', 'lambda', 'function:'),
  'AWS::Lambda::LayerVersion': (it) => ({ ref: arn(it, 'lambda', `layer:${named(it, 'LayerName')}:1`) }),
  'AWS::Logs::LogGroup': (it) => ({
    ref: named(it, 'LogGroupName'),
    attributes: { Arn: arn(it, 'logs', `log-group:${named(it, 'LogGroupName')}:*`) },
  }),
  'AWS::Route53::HostedZone': (it) => ({ ref: digest(it, 14).toUpperCase() }),
  'AWS::S3::Bucket': bucket,
  'AWS::SES::ConfigurationSet': (it) => ({ ref: named(it, 'Name') }),
  'AWS::SES::EmailIdentity': (it) => ({ ref: named(it, 'EmailIdentity') }),
  'AWS::SNS::Topic': topic,
  'AWS::SQS::Queue': queue,
  'AWS::SSM::Parameter': (it) => ({
    ref: named(it, 'Name'),
    attributes: { Value: it.property('Value') ?? '' },
  }),
  'AWS::Scheduler::Schedule': withArn('Name', 'scheduler', 'schedule/default/'),
  'AWS::Scheduler::ScheduleGroup': withArn('Name', 'scheduler', 'schedule-group/'),
  'AWS::SecretsManager::Secret': (it) => ({ ref: arn(it, 'secretsmanager', `secret:${named(it, 'Name')}`) }),
  'AWS::WAFv2::WebACL': webAcl,
};

/** What `Ref` of a resource means locally; throws naming the resource when its type is not known. */
export function referenceTo(it: Declared): string {
  return ruleOf(it)(it).ref;
}

/** What `Fn::GetAtt` of a resource means locally; throws naming resource and attribute when not known. */
export function attributeOf(it: Declared, attribute: string): string {
  const value = ruleOf(it)(it).attributes?.[attribute];
  if (value !== undefined) return value;
  throw new Error(
    `The local cloud cannot tell attribute ${attribute} of ${it.logicalId} (${it.type}, stack ${it.stack}): teach it in infra/local/assembly/identifiers.ts.`,
  );
}

function ruleOf(it: Declared): Rule {
  const rule = RULES[it.type];
  if (rule !== undefined) return rule;
  throw new Error(
    `The local cloud does not know how AWS names ${it.logicalId} (${it.type}, stack ${it.stack}): teach it in infra/local/assembly/identifiers.ts.`,
  );
}
