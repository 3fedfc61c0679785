import { refer as words } from '#shared/text/en/refer.ts';
import { safeguarding as safeguardingWords, standings, tiers } from '#shared/text/en/safeguarding.ts';
import { CallButton } from '#shared/ui/call-button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { WarningText } from '#shared/ui/warning-text.tsx';
import { When, Words } from '../when.tsx';

/** What stands on the page when no activity was chosen. */
export const NoActivity = () => (
  <EmptyState title={words.title} heading="h1">
    <p>{words.missing}</p>
    <p>
      <a class="govuk-link" href="/find">
        {words.search}
      </a>
    </p>
  </EmptyState>
);

type AboutProps = {
  group: string;
  groupHref: string;
  activity: string;
  room: Content;
  when: string;
  noTimes: boolean;
  ward: string;
  /** The code of the standing, and the day in words. */
  standing: string;
  confirmedOn: string;
  phone: string;
  bestTimes: string;
  isNew: boolean;
  /** Which sentence to show: one of `tier-0` to `tier-3`, of `unclaimed`, `notReferable`, `full`, `unknown`, `waiting_list`, and of the limits. */
  [sentence: `tier-${number}`]: boolean;
};

const TIERS = [0, 1, 2, 3] as const;

/** What must be seen before anything is typed: room and when it was said, times, safeguarding, the group's number. */
export const AboutActivity = (about: AboutProps) => (
  <>
    <h1 class="govuk-heading-l">
      {words.title} {words.to(about.group)}
    </h1>
    <section class="card" aria-labelledby="about-title">
      <h2 class="card__title" id="about-title">
        {about.activity}
      </h2>
      {about.room}
      <p class="govuk-body">
        <When is="when">{about.when}</When>
        <When is="noTimes">{words.group.noTimes}</When>, {about.ward}.{' '}
        <a class="govuk-link" href={about.groupHref} target="_blank" rel="noopener">
          {words.group.see}
        </a>
      </p>
      <p class="govuk-body">
        <Words
          of="standing"
          words={Object.fromEntries(
            Object.entries(standings).map(([code, said]) => [code, said(about.confirmedOn)]),
          )}
        />
        . {safeguardingWords.howPeopleMeet}:{' '}
        {TIERS.map((tier) => (
          <When key={tier} is={`tier-${tier}`}>
            {tiers[tier]}
          </When>
        ))}
        .
      </p>
      <When is="unclaimed">
        <WarningText>{words.group.unclaimed}</WarningText>
      </When>
      <When is="notReferable">
        <WarningText>{words.group.notReferable}</WarningText>
      </When>
      <When is="full">
        <WarningText>{words.group.full}</WarningText>
      </When>
      <When is="group_is_new">
        <WarningText>{words.group.newIsFull}</WarningText>
      </When>
      <When is="offers_waiting">
        <WarningText>{words.group.offersWaiting}</WarningText>
      </When>
      <When is="isNew">
        <InsetText>{words.group.isNew}</InsetText>
      </When>
      <When is="unknown">
        <InsetText>{words.group.ringFirst}</InsetText>
      </When>
      <When is="waiting_list">
        <InsetText>{words.group.waiting}</InsetText>
      </When>
      <When is="phone">
        <CallButton phone={about.phone} href={`tel:${about.phone}`} note={about.bestTimes} look="secondary">
          {words.group.ring(about.group)}
        </CallButton>
      </When>
    </section>
  </>
);
