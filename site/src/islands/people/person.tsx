import { useState } from 'preact/hooks';
import type { StaffPerson } from '#shared/api/people.ts';
import { ago } from '#shared/text/en/format.ts';
import { people as words } from '#shared/text/en/people.ts';
import { roleNames } from '#shared/text/en/role-names.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { CloseForm } from './close-form.tsx';
import type { PeoplePage } from './people-props.ts';

type PersonProps = PeoplePage & { person: StaffPerson };

/** Somebody who may sign in, what they do, when they last did, and the way to close their account. */
export function Person({ person, ...of }: PersonProps) {
  const [isOpen, setOpen] = useState(false);
  const { name, email, memberships, lastSignInAt, live, mayClose, userId } = person;
  const roles = [...new Set(memberships.map(({ role }) => roleNames[role]))].join(', ');
  return (
    <Card title={name} above={roles} heading="h3">
      <p class="govuk-body">
        {email}
        <br />
        {lastSignInAt === null ? words.never : words.last(ago(lastSignInAt, of.page.now))}
        {live > 0 && (
          <>
            <br />
            {words.live(live)}
          </>
        )}
      </p>
      {userId === of.me && <p class="govuk-hint">{words.you}</p>}
      {mayClose && !isOpen && (
        <Button type="button" look="secondary" onClick={() => setOpen(true)}>
          {words.close.open}
          <span class="govuk-visually-hidden"> ({name})</span>
        </Button>
      )}
      {isOpen && <CloseForm person={person} {...of} onBack={() => setOpen(false)} />}
    </Card>
  );
}
