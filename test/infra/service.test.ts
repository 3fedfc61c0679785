import { describe, expect, it } from 'vitest';
import { ENVIRONMENTS } from '#functions/runtime/env.ts';
import { routes } from '#shared/api/index.ts';
import { actionsOn, functions, resource, resources, statementsOf } from './assembly.ts';

const names = Object.keys(ENVIRONMENTS);
const each = names.map((name) => [name] as const);
const fn = (name: string) => {
  const found = functions().get(name);
  if (found === undefined) throw new Error(`No function ${name}`);
  return found;
};

describe('functions', () => {
  it('are the entries there are, no more and no fewer', () => {
    expect([...functions().keys()].sort()).toEqual([...names].sort());
  });

  it.each(each)('%s runs on Node 24 and arm64, and HTTP answers within ten seconds', (name) => {
    const { properties } = fn(name);
    expect(properties['Runtime']).toBe('nodejs24.x');
    expect(properties['Architectures']).toEqual(['arm64']);
    const isHttp = routes.some(({ boundary }) => boundary === name);
    expect(properties['Timeout']).toBeLessThanOrEqual(isHttp ? 10 : 120);
  });

  it.each(each)('%s gets exactly the variables its entry reads', (name) => {
    const given = Object.keys(fn(name).properties['Environment']?.['Variables'] ?? {});
    const read = Object.entries(ENVIRONMENTS).find(([key]) => key === name)?.[1];
    expect(given.sort()).toEqual(Object.keys(read?.def.shape ?? {}).sort());
  });

  it('have a role each', () => {
    const roles = names.map((name) => JSON.stringify(fn(name).properties['Role']));
    expect(new Set(roles).size).toBe(names.length);
    for (const { properties } of resources('AWS::IAM::Role').filter(({ stack }) => stack === 'Service')) {
      expect(properties['ManagedPolicyArns']).toBeUndefined();
    }
  });

  it.each(each)('%s may do nothing by wildcard, and never scans a table', (name) => {
    for (const { actions, resources: on } of statementsOf(name)) {
      expect(actions.join(' ')).not.toMatch(/\*|Scan|DeleteTable|UpdateTable/);
      expect(on.join(' ')).not.toContain('*');
    }
  });

  it.each(each)('%s has a log of its own that is not kept for ever', (name) => {
    const log = String(fn(name).properties['LoggingConfig']?.['LogGroup']?.['Ref']);
    expect(resource('AWS::Logs::LogGroup', log).properties['RetentionInDays']).toBe(90);
  });

  it('leave no log group without an end', () => {
    const open = resources('AWS::Logs::LogGroup').filter(({ properties }) => !properties['RetentionInDays']);
    expect(open).toEqual([]);
  });
});

describe('who may touch what', () => {
  const sealed = ['PeopleTable', 'KeysTable', 'KeyRingPerson', 'KeyRingMac'];
  const others = names.filter((name) => name !== 'sealed' && name !== 'retention');

  it('only the sealed function reaches people, their keys, and the keys that open them', () => {
    for (const name of others) {
      for (const reference of sealed)
        expect(actionsOn(name, reference), `${name} on ${reference}`).toEqual([]);
    }
    // What destroys sees that a sealed record is there, and can neither open nor make one.
    expect(actionsOn('retention', 'PeopleTable')).toEqual(['dynamodb:DeleteItem', 'dynamodb:GetItem']);
    expect(actionsOn('retention', 'KeysTable')).toEqual(['dynamodb:DeleteItem']);
    for (const key of ['KeyRingPerson', 'KeyRingMac']) expect(actionsOn('retention', key)).toEqual([]);
    expect(actionsOn('sealed', 'KeyRingPerson')).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(actionsOn('sealed', 'KeyRingMac')).toEqual(['kms:GenerateMac']);
  });

  it('the public function reads the directory and nothing else', () => {
    const tables = ['Sessions', 'Portal', 'Events', 'People', 'Keys', 'Audit', 'Insight'];
    for (const table of tables) expect(actionsOn('public', `${table}Table`)).toEqual([]);
    expect(actionsOn('public', 'DirectoryTable').every((action) => /Get|Query/.test(action))).toBe(true);
  });

  it('a commissioner’s function has no way to a referral or a person', () => {
    for (const table of ['Portal', 'People', 'Directory', 'Audit', 'Events']) {
      expect(actionsOn('commissioner', `${table}Table`)).toEqual([]);
    }
    expect(actionsOn('commissioner', 'InsightTable').join()).not.toMatch(/Put|Update|Delete/);
  });

  it('only the chain writes the audit, and nobody deletes from it', () => {
    const writers = names.filter((name) =>
      actionsOn(name, 'AuditTable').some((action) => /Put|Update/.test(action)),
    );
    expect(writers).toEqual(['chain']);
    for (const name of names) expect(actionsOn(name, 'AuditTable')).not.toContain('dynamodb:DeleteItem');
  });

  const writesTo = (name: string, reference: string) =>
    statementsOf(name).filter(
      ({ actions, resources: on }) =>
        actions.some((action) => /Put|Update|Delete/.test(action)) && on.some((it) => it.includes(reference)),
    );
  const limitOf = (name: string, reference: string) =>
    writesTo(name, reference).map(({ condition }) => [
      condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'],
      condition?.['Null']?.['dynamodb:LeadingKeys'],
    ]);

  it('nobody changes an event, and what follows events can write marks beside them but no event', () => {
    for (const name of names) expect(actionsOn(name, 'EventsTable')).not.toContain('dynamodb:UpdateItem');
    expect(names.filter((name) => actionsOn(name, 'EventsTable').includes('dynamodb:DeleteItem'))).toEqual([
      'mailer',
      'retention',
    ]);
    const marks = (...forms: string[]) => [[forms, 'false']];
    for (const name of ['projector', 'chain', 'insight']) {
      expect(limitOf(name, 'EventsTable'), name).toEqual(marks('done#*'));
    }
    expect(limitOf('dispatcher', 'EventsTable')).toEqual(marks('done#*', 'closed#*'));
    // It deletes notes of closings, never an event; the events it writes say what was destroyed.
    expect(limitOf('retention', 'EventsTable')).toEqual(marks('asked#*', 'closed#*', 'referral#*'));
    expect(limitOf('mailer', 'EventsTable')).toEqual(marks('done#*', 'heard#*'));
    expect(limitOf('mailer', 'SessionsTable')).toEqual(marks('link#*'));
    expect(limitOf('timers', 'EventsTable')).toEqual(
      marks('asked#*', 'room_asking#*', 'nudge#*', 'referral#*', 'safeguarding_due#*', 'task#*'),
    );
    expect(limitOf('sweeper', 'EventsTable')).toEqual(marks('done#*', 'swept#*', 'closed#*'));
  });

  it('what comes in without a session becomes a suggestion, room, an outcome or a registration, and nothing else', () => {
    const own = ['*#suggestion#', '*#service#*', '*#referral#*', '*#registration#*'];
    expect(limitOf('intake', 'PortalTable')).toEqual([[own, 'false']]);
    const told = ['suggestion#*', 'capacity#*', 'registration#*', 'referral#*'];
    expect(limitOf('intake', 'EventsTable')).toEqual([[told, 'false']]);
    expect(limitOf('intake', 'SessionsTable')).toEqual([[['rate#*', 'link#*'], 'false']]);
  });

  it('two links alone let somebody in: their function writes users, and no referral or settings', () => {
    const place = [
      '*#service#*',
      '*#task#*',
      '*#registration#*',
      '*#groupname#*',
      '*#organization#*',
      '*#scheme#*',
      '*#staff#',
    ];
    const who = ['*#invitation#*', 'user#*', 'invite#*'];
    expect(limitOf('joining', 'PortalTable')).toEqual([[[...place, ...who], 'false']]);
    expect(limitOf('joining', 'EventsTable')).toEqual([
      [['organization#*', 'invite#*', 'safeguarding#*'], 'false'],
    ]);
    expect(limitOf('joining', 'SessionsTable')).toEqual([[['link#*'], 'false']]);
    expect(routes.filter(({ boundary }) => boundary === 'joining').map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/confirm/{token}', '/invite/{token}']),
    );
  });

  it('a role that reads a table may use the table’s key, through DynamoDB and no other way', () => {
    for (const name of names) {
      const touchesTables = statementsOf(name).some(({ actions }) =>
        actions.some((a) => a.startsWith('dynamodb:')),
      );
      const uses = statementsOf(name).filter(({ resources: on }) =>
        on.some((it) => it.includes('KeyRingTables')),
      );
      expect(uses.length > 0, name).toBe(touchesTables);
      for (const { condition } of uses) {
        expect(condition).toEqual({ StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' } });
      }
    }
  });

  it('only the mailer sends mail', () => {
    const senders = names.filter((name) =>
      statementsOf(name).some(({ actions }) => actions.join().includes('ses:')),
    );
    expect(senders).toEqual(['mailer']);
  });
});

describe('the HTTP API', () => {
  it('has every route of the registry, to its boundary’s function, and no other', () => {
    const byId = new Map([...functions()].map(([name, { id }]) => [id, name]));
    const integration = (target: string) => {
      const { properties } = resource('AWS::ApiGatewayV2::Integration', target);
      return byId.get(String(properties['IntegrationUri']?.['Fn::GetAtt']?.[0]));
    };
    const mounted = resources('AWS::ApiGatewayV2::Route').map(({ properties }) => {
      const target = properties['Target']?.['Fn::Join']?.[1]?.[1]?.['Ref'];
      return `${properties['RouteKey']} -> ${integration(String(target))}`;
    });
    const declared = routes.map(({ method, path, boundary }) => `${method} ${path} -> ${boundary}`);
    expect(mounted.sort()).toEqual([...declared].sort());
  });

  it('throttles, and logs the route but never the path, the address or the reader', () => {
    const stage = resource('AWS::ApiGatewayV2::Stage').properties;
    expect(stage['DefaultRouteSettings']).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 });
    const format = String(stage['AccessLogSettings']?.['Format']);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(
      /context\.(path|identity|domainName|authorizer|requestOverride)|\$input|http/i,
    );
  });

  it('stays within the size a function’s own policy may have: one permission a function', () => {
    const perFunction = new Map<string, number>();
    for (const { properties } of resources('AWS::Lambda::Permission')) {
      const key = JSON.stringify(properties['FunctionName']);
      perFunction.set(key, (perFunction.get(key) ?? 0) + 1);
    }
    expect([...perFunction.values()].every((count) => count === 1)).toBe(true);
  });
});
