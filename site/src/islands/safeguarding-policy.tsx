import { type Safeguarding, safeguardingRead } from '#shared/api/safeguarding.ts';
import { policyPage as words } from '#shared/text/en/safeguarding-policy.ts';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Button } from '#shared/ui/button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import type { PageProps } from './frame.tsx';
import { OfOneGroup } from './of-one-group.tsx';

const Section = ({ title, text }: { title: string; text: string }) => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    <p class="govuk-body">{text}</p>
  </>
);

/** The page itself: what S1, S3 and S4 say, in words a committee can take as its policy. */
function Policy({ about: { group, answers } }: { about: Safeguarding }) {
  const { lead, numbers } = answers;
  const back = <BackLink href={`/safeguarding?group=${group.id}`}>{words.back}</BackLink>;
  if (lead === undefined || numbers === undefined)
    return (
      <>
        {back}
        <EmptyState title={words.title} heading="h1">
          <p>{words.notYet}</p>
        </EmptyState>
      </>
    );
  return (
    <>
      {back}
      <h1 class="govuk-heading-l own-paper">{words.of(group.name)}</h1>
      <p class="govuk-body">{words.aim}</p>
      <p class="govuk-body">
        <strong>{words.danger}</strong>
      </p>
      <Section title={words.tellTitle} text={words.tell(lead.name, lead.role, lead.contact)} />
      {lead.deputy !== null && <p class="govuk-body">{words.deputy(lead.deputy)}</p>}
      <Section title={words.howTitle} text={words.how} />
      <Section title={words.recordTitle} text={words.record} />
      <Section title={words.othersTitle} text={words.others} />
      <ul class="govuk-list">
        <li>{words.council(numbers.adultSocialCare)}</li>
        <li>{words.outOfHours(numbers.outOfHours)}</li>
      </ul>
      <p class="govuk-body">{words.review}</p>
      <p class="govuk-body">{words.adopted} ______________________</p>
      <p class="govuk-body">{words.signed} ______________________</p>
      <Button type="button" onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  );
}

/** One printable page made from a group's answers, which its committee can adopt. */
export const PolicyPage = ({ session, call }: PageProps) => (
  <OfOneGroup session={session} load={(groupId) => call(safeguardingRead, { params: { groupId } })}>
    {(about) => <Policy about={about} />}
  </OfOneGroup>
);
