import { renderToString } from 'preact-render-to-string';
import { ActionList } from '#shared/ui/action-list.tsx';
import { BackLink } from '#shared/ui/back-link.tsx';
import { Button } from '#shared/ui/button.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { CharacterCount } from '#shared/ui/character-count.tsx';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { DateInput } from '#shared/ui/date-input.tsx';
import { Details } from '#shared/ui/details.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { FilterPanel } from '#shared/ui/filter-panel.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import { LinkButton } from '#shared/ui/link-button.tsx';
import { NotificationBanner } from '#shared/ui/notification-banner.tsx';
import { Pagination } from '#shared/ui/pagination.tsx';
import { Panel } from '#shared/ui/panel.tsx';
import { PhaseBanner } from '#shared/ui/phase-banner.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { RoomTag } from '#shared/ui/room-tag.tsx';
import { Select } from '#shared/ui/select.tsx';
import { StopPanel } from '#shared/ui/stop-panel.tsx';
import { SummaryCard } from '#shared/ui/summary-card.tsx';
import { SummaryList } from '#shared/ui/summary-list.tsx';
import { Table } from '#shared/ui/table.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { TaskList } from '#shared/ui/task-list.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { Textarea } from '#shared/ui/textarea.tsx';
import { Timeline } from '#shared/ui/timeline.tsx';
import { WarningText } from '#shared/ui/warning-text.tsx';
import { countCharacters } from '../../site/src/lib/count-characters.ts';

export const NOW = '2026-11-23T09:00:00.000Z';
const said = '2026-11-20T09:00:00.000Z';
const room = { places: null, dropIn: false, asOf: said };
const needs = [
  { value: 'company', text: 'Company and friendship', hint: 'Feeling lonely, or wanting to meet people' },
  { value: 'money', text: 'Money and debt' },
  { divider: 'or' },
  { value: 'home', text: 'Home and housing' },
];
const reach = [
  {
    value: 'phone',
    text: 'By phone',
    conditional: <TextInput id="phone" label="Phone number" type="tel" width={20} />,
  },
  { value: 'through', text: 'Through me' },
];
const rows = [
  {
    key: 'Wants help with',
    value: 'Company and friendship',
    actions: [{ text: 'Change', hidden: 'needs', href: '#needs' }],
  },
  { key: 'Lives in', value: 'Fallowfield', actions: [{ text: 'Change', hidden: 'ward', href: '#ward' }] },
];

const Fields = () => (
  <form novalidate>
    <TextInput
      id="name"
      label="What do they like to be called?"
      labelSize="m"
      hint="A first name is enough"
    />
    <TextInput
      id="wrong"
      label="Phone number"
      error="Enter a phone number, like 07700 900123"
      value="077"
      width={20}
    />
    <TextInput id="cost" label="Cost" prefix="£" suffix="a visit" width={5} />
    <Textarea id="note" label="What would they like?" value="To be outdoors." />
    <CharacterCount
      id="words"
      label="In their words"
      max={300}
      error="Use 300 characters or fewer"
      onInput={countCharacters}
    />
    <Radios id="reach" legend="How do they want to be reached?" legendSize="m" items={reach} value="phone" />
    <Radios
      id="agree"
      legend="Have they agreed?"
      inline
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    <Checkboxes
      id="needs"
      legend="What do they want help with?"
      legendSize="m"
      items={needs}
      error="Choose at least one"
    />
    <Checkboxes
      id="small"
      legend="Days"
      small
      items={[
        { value: 'MO', text: 'Monday' },
        { value: 'TU', text: 'Tuesday' },
      ]}
      values={['MO']}
    />
    <Select
      id="ward"
      label="Ward"
      items={[
        { value: 'a', text: 'Fallowfield' },
        { value: 'b', text: 'Rusholme' },
      ]}
      value="b"
    />
    <DateInput
      id="on"
      legend="First visit"
      legendSize="m"
      hint="Like 20 11 2026"
      value={{ day: '20' }}
      error="Enter the day"
    />
    <div class="govuk-button-group">
      <Button>Send</Button>
      <Button look="secondary" type="button">
        Back
      </Button>
      <Button look="warning" type="button">
        Take it back
      </Button>
      <Button disabled>Sending</Button>
    </div>
    <LinkButton href="#start">Find a group</LinkButton>
  </form>
);

const Lists = () => (
  <>
    <SummaryList rows={rows} />
    <SummaryCard title="Agreement" heading="h2" actions={[{ text: 'Change', href: '#agreement' }]}>
      <SummaryList rows={[{ key: 'How', value: 'Face to face' }]} />
    </SummaryCard>
    <Table
      caption="Activities with room"
      captionSize="m"
      firstCellIsHeader
      head={[{ content: 'Need' }, { content: 'With room', numeric: true }]}
      rows={[
        [{ content: 'Company' }, { content: '12', numeric: true }],
        [{ content: 'Money' }, { content: '3', numeric: true }],
      ]}
    />
    <TaskList
      items={[
        { title: 'Your listing', href: '#listing', hint: 'When, where, cost', status: 'Done' },
        { title: 'Safeguarding basics', href: '#basics', status: 'To do', tag: 'teal' },
        { title: 'Ask for a check', status: 'Not yet', cannotStart: true },
      ]}
    />
    <Timeline
      heading="h2"
      label="What happened"
      items={[
        {
          title: 'Accepted',
          at: NOW,
          when: '23 November 2026, 9am',
          by: 'Reader',
          children: 'Rings by 27 November',
        },
        { title: 'Referral sent', at: said, when: '20 November 2026, 9am', by: 'Link worker' },
      ]}
    />
    <ActionList
      items={[
        { text: 'Send a referral', href: '#send', hint: 'Takes about four minutes' },
        { text: 'Print', href: '#print' },
      ]}
    />
    <Pagination
      previous={{ href: '#1' }}
      next={{ href: '#3' }}
      items={[
        { number: 1, href: '#1' },
        { number: 2, href: '#2', current: true },
        { number: 3, href: '#3' },
      ]}
      label="Pages of results"
    />
    <Pagination next={{ href: '#next', label: '21 to 40 of 63' }} label="More results" />
  </>
);

const Places = () => (
  <div class="columns">
    <FilterPanel title="Narrow it down" chosen={[{ text: 'Free', dropHref: '#free' }]}>
      <Checkboxes id="day" legend="Day" small items={[{ value: 'SA', text: 'Saturday' }]} />
    </FilterPanel>
    <div>
      <Card title="Moss Lane gardeners" href="#g1" above="Gardening" tone="strong">
        <RoomTag room={{ ...room, state: 'open', places: 3 }} now={NOW} />
        <p>Tuesdays 10am to midday, 0.4 miles away</p>
      </Card>
      <Card title="Tuesday singers" href="#g2" above="Singing">
        <RoomTag room={{ ...room, state: 'few' }} now={NOW} />
      </Card>
      <Card title="Repair bench" href="#g3" tone="quiet">
        <RoomTag room={{ ...room, state: 'waiting_list' }} now={NOW} />
      </Card>
      {(['full', 'paused', 'unknown'] as const).map((state) => (
        <RoomTag key={state} room={{ ...room, state }} now={NOW} />
      ))}
      <RoomTag room={{ ...room, state: 'unknown', asOf: null }} now={NOW} />
      <RoomTag room={{ ...room, state: 'open', dropIn: true }} now={NOW} />
      <EmptyState title="Nothing fits all of that">
        <p>
          <a class="govuk-link" href="#any-day">
            Look at any day (7)
          </a>
        </p>
      </EmptyState>
    </div>
  </div>
);

const Messages = () => (
  <>
    <ErrorSummary errors={[{ text: 'Enter a phone number, like 07700 900123', href: '#wrong' }]} />
    <NotificationBanner success text="Saved. The listing shows it in a minute." titleId="saved" />
    <NotificationBanner text="The group has changed its times." />
    <Panel title="Referral sent" heading="h2">
      Reference
      <br />
      <strong>R-7K3M-92QF</strong>
    </Panel>
    <WarningText>Nobody else can undo this.</WarningText>
    <InsetText>“I would like to be outdoors again.”</InsetText>
    <Details summary="What does this mean?">The group told us so itself.</Details>
    <StopPanel
      councils={[
        {
          council: 'Manchester',
          adultSocialCare: '0161 496 0001',
          outOfHours: '0161 496 0002',
          crisis: '0161 496 0003',
        },
      ]}
    >
      <Checkboxes
        id="stop"
        fieldset={false}
        items={[{ value: '1', text: 'I have read this. Nobody is in danger now.' }]}
      />
    </StopPanel>
    <CallButton phone="0161 496 0004" note="Best before midday">
      Ring Sam
    </CallButton>
    <p>
      <Tag>New</Tag> <Tag colour="grey">Closed</Tag> <Tag colour="red">Late</Tag>{' '}
      <Tag colour="blue">Asked</Tag>
    </p>
  </>
);

/** Every component in the states people meet, as one page's content. */
export const Gallery = () => (
  <>
    <PhaseBanner tag="Demonstration">All groups and people here are made up.</PhaseBanner>
    <BackLink href="/" />
    <h1 class="govuk-heading-xl">The kit</h1>
    <Messages />
    <Places />
    <Lists />
    <Fields />
  </>
);

/** A built template with the gallery in its slots, as the public function would fill them. */
export const galleryPage = (template: string): string =>
  template
    .replace('<!--slot:title-->', 'The kit')
    .replace('<!--slot:main-->', () => renderToString(<Gallery />));
