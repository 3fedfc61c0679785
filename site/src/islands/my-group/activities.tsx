import type { OwnService } from '#shared/api/groups.ts';
import { serviceStatuses } from '#shared/text/en/listing.ts';
import { myGroup as words } from '#shared/text/en/my-group.ts';
import { Card } from '#shared/ui/card.tsx';
import type { Call } from '../../lib/api.ts';
import { RoomStatement } from './room-statement.tsx';

type ActivitiesProps = {
  services: readonly OwnService[];
  now: string;
  call: Call;
  onSaid: () => void;
};

const PAGES = [
  ['/add-activity', words.outline],
  ['/listing', words.edit],
] as const;

/** What the group does: one press for the room of each, and the way to its listing. */
export const Activities = ({ services, now, call, onSaid }: ActivitiesProps) => (
  <section id="activities" aria-labelledby="activities-title" tabIndex={-1}>
    <h2 class="govuk-heading-m" id="activities-title">
      {words.activities}
    </h2>
    {services.length === 0 && <p class="govuk-body">{words.noServices}</p>}
    {services.map((own) => (
      <Card key={own.service.id} title={own.service.name}>
        {own.service.status === 'closed' ? (
          <p class="govuk-body">{serviceStatuses.closed}</p>
        ) : (
          <RoomStatement own={own} now={now} call={call} onSaid={onSaid} />
        )}
        {PAGES.map(([href, text]) => (
          <p class="govuk-body" key={href}>
            <a class="govuk-link" href={`${href}?service=${own.service.id}`}>
              {text}
              <span class="govuk-visually-hidden"> ({own.service.name})</span>
            </a>
          </p>
        ))}
      </Card>
    ))}
  </section>
);
