import { telHref } from '../text/en/format.ts';
import { stopPanel as words } from '../text/en/stop-panel.ts';
import { type Content, classes, type HeadingTag, type Outer } from './markup.ts';

/** The numbers of one council, as its area's settings give them. */
export type StopNumbers = { council: string; adultSocialCare: string; outOfHours: string; crisis: string };
export type StopPanelProps = Outer & {
  councils?: readonly StopNumbers[];
  /** More numbers, drawn already. */
  lines?: Content;
  heading?: HeadingTag;
  id?: string;
  /** What comes under the numbers, such as the confirmation that none of it applies. */
  children?: Content;
};

type LineProps = { who: string; number: string; note?: string; href?: string };

/** One number to ring. */
export const StopLine = ({ who, number, note, href = telHref(number) }: LineProps) => (
  <div class="stop-panel__line">
    <dt>{who}</dt>
    <dd>
      <a class="govuk-link stop-panel__number" href={href}>
        {number}
      </a>
      {note && <span class="stop-panel__note">{note}</span>}
    </dd>
  </div>
);

const CouncilLines = ({ numbers }: { numbers: StopNumbers }) => (
  <>
    <StopLine who={words.adultSocialCare(numbers.council)} number={numbers.adultSocialCare} />
    <StopLine who={words.outOfHours(numbers.council)} number={numbers.outOfHours} />
    <StopLine who={words.crisis} number={numbers.crisis} />
  </>
);

/** Stops a form where a group is not the right help: what danger looks like and whom to ring instead. */
export const StopPanel = ({ heading: Heading = 'h2', id = 'stop-panel', ...props }: StopPanelProps) => (
  <section
    {...props.attributes}
    class={classes('stop-panel', props.class)}
    aria-labelledby={`${id}-title`}
    id={id}
  >
    <Heading class="stop-panel__title" id={`${id}-title`}>
      {words.title}
    </Heading>
    <p>{words.lead}</p>
    <ul class="govuk-list govuk-list--bullet">
      {words.signs.map((sign) => (
        <li key={sign}>{sign}</li>
      ))}
    </ul>
    <dl class="stop-panel__numbers">
      <StopLine {...words.emergency} />
      <StopLine {...words.urgent} />
      {props.councils?.map((numbers) => (
        <CouncilLines key={numbers.council} numbers={numbers} />
      ))}
      {props.lines}
    </dl>
    {props.children}
  </section>
);
