import { toItem } from '#functions/store/attributes.ts';
import { userRecord } from '#functions/store/user.ts';
import { callEngine } from '../engine/call.ts';
import type { Person } from './protocol.ts';

/** More than a sign-in page can show; whoever is not on it types an address. */
const MOST_PEOPLE = 60;

/**
 * Everybody the portal knows, for the sign-in page: read from *portal* past every policy, which only the
 * runner may do. `about` says for some what they come to do; the others are named by their roles.
 */
export async function peopleOf(
  engineUrl: string,
  portalTable: string,
  about: ReadonlyMap<string, string>,
): Promise<Person[]> {
  const people: Person[] = [];
  let start: unknown;
  do {
    const page = await callEngine(engineUrl, 'Scan', {
      TableName: portalTable,
      FilterExpression: 'sk = :user AND begins_with(pk, :prefix)',
      ExpressionAttributeValues: { ':user': { S: 'user' }, ':prefix': { S: 'user#' } },
      ...(start !== undefined && { ExclusiveStartKey: start }),
    });
    for (const item of Array.isArray(page['Items']) ? page['Items'] : []) people.push(personOf(item, about));
    start = page['LastEvaluatedKey'];
  } while (start !== undefined && people.length < MOST_PEOPLE);
  const order = [...about.keys()];
  const place = ({ email }: Person) => (order.includes(email) ? order.indexOf(email) : order.length);
  return people.sort((a, b) => place(a) - place(b) || a.email.localeCompare(b.email)).slice(0, MOST_PEOPLE);
}

function personOf(item: object, about: ReadonlyMap<string, string>): Person {
  const { name, email, memberships } = userRecord.fromItem(toItem(item)).value;
  const roles = [...new Set(memberships.map(({ role }) => role.replaceAll('_', ' ')))].join(', ');
  return { name, email, about: about.get(email) ?? roles };
}
