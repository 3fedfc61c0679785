import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { areaRecord } from '#functions/store/area.ts';
import { capacityRecord } from '#functions/store/capacity.ts';
import { grantRecord } from '#functions/store/grant.ts';
import { grantProfileRecord } from '#functions/store/grant-profile.ts';
import { handledRecord } from '#functions/store/handled.ts';
import { linkRecord, newestLinkRecord } from '#functions/store/link-token.ts';
import { undoRecord } from '#functions/store/link-undo.ts';
import { organizationRecord } from '#functions/store/organization.ts';
import { referralRecord } from '#functions/store/referral.ts';
import { referralPacking } from '#functions/store/referral-packing.ts';
import { registrationRecord } from '#functions/store/registration.ts';
import { safeguardingRecord } from '#functions/store/safeguarding.ts';
import { schemeRecord } from '#functions/store/scheme.ts';
import { serviceRecord } from '#functions/store/service.ts';
import { sessionRecord } from '#functions/store/session.ts';
import { suggestionRecord } from '#functions/store/suggestion.ts';
import { taskRecord } from '#functions/store/task.ts';
import { userRecord } from '#functions/store/user.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const shapeOf = (record: { shape: number; schema: z.ZodMiniType }) =>
  `${record.shape}: ${hash(JSON.stringify(z.toJSONSchema(record.schema, { unrepresentable: 'any' })))}`;

/**
 * The shapes that are stored today. When this fails you changed what is kept: add a migration to the
 * record (items of the old shape are still there), then write the new number and hash here.
 */
test('stored shapes change only with a migration', () => {
  const shapes = Object.fromEntries(
    [
      areaRecord,
      capacityRecord,
      grantRecord,
      grantProfileRecord,
      linkRecord,
      newestLinkRecord,
      organizationRecord,
      referralRecord,
      registrationRecord,
      safeguardingRecord,
      schemeRecord,
      serviceRecord,
      suggestionRecord,
      taskRecord,
      handledRecord,
      sessionRecord,
      undoRecord,
      userRecord,
    ].map((record) => [record.kind, shapeOf(record)]),
  );
  expect(shapes).toMatchInlineSnapshot(`
    {
      "area": "2: 362479d1bf85a11b",
      "capacity": "1: da2708c17f652a99",
      "grant": "1: e086ec11f5e4aad4",
      "grant profile": "1: 1410adf26ff3cd57",
      "handled": "1: d1bd71509d234572",
      "link": "1: ddeb3b87e1247522",
      "newest link": "1: 46fd25ee3d9941ad",
      "organization": "3: d84499019f365f15",
      "referral": "4: f63ea1f61f4f3a20",
      "registration": "1: baddb93482d1ca56",
      "safeguarding": "1: 5e7e457c81fc668d",
      "scheme": "1: d23471c89d1eee37",
      "service": "2: 3a181f1b0c2368e2",
      "session": "2: 5ed7cae4ac448bfd",
      "suggestion": "1: 1bb28ca7f0432ad7",
      "task": "1: adc8531267d77c99",
      "undo": "1: 93be380cc4a9ef05",
      "user": "2: a21cae3463299043",
    }
  `);
});

test('a referral packed in earlier years still opens', () => {
  const earlier = Buffer.from('qyYqc+BOOrUA', 'base64');
  expect(referralPacking.unpack(earlier)).toBe(
    '{"state":"sent","priority":"routine","origin":"general_practice"}',
  );
});
