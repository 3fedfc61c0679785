import { referSending } from '#shared/text/en/refer-sending.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { SummaryListRow } from '#shared/ui/summary-list.tsx';
import { When } from '../when.tsx';

const words = referSending.check;

/** Each answer that may be shown, in the order of the form, and the field that changes it. */
const FIELDS = {
  needs: 'needs',
  ward: 'ward',
  name: 'person-preferredName',
  channel: 'person-channel-kind',
  safe: 'person-safeContact',
  agreement: 'agreement-how',
  origin: 'origin',
  wouldLike: 'wouldLike',
  access: 'accessNeeds',
  times: 'times',
} as const;
const LAST_FIELDS = {
  surname: 'person-surname',
  safeNote: 'person-safeContactNote',
  label: 'label',
} as const;

export type Answers = Partial<Record<keyof typeof FIELDS | keyof typeof LAST_FIELDS, string | null>>;

type RowProps = { name: keyof typeof words.rows; field: string; children: Content };

const Row = ({ name, field, children }: RowProps) => (
  <SummaryListRow
    row={{
      key: words.rows[name],
      value: children,
      actions: [{ text: words.change, href: `#${field}`, hidden: words.rows[name].toLowerCase() }],
    }}
  />
);

const Rows = ({ fields, answers }: { fields: Readonly<Record<string, string>>; answers: Answers }) =>
  (Object.keys(fields) as (keyof Answers)[]).map((name) => (
    <When key={name} is={name}>
      <Row name={name} field={fields[name] ?? ''}>
        {answers[name]}
      </Row>
    </When>
  ));

type CheckProps = Answers & {
  group: string;
  problem: Content;
  isBusy: string | undefined;
  /** Under way already: the address of that referral. */
  other: string | undefined;
  /** Which sentences to show. */
  isRefused: boolean;
  speakFirst: boolean;
  isSoon: boolean;
  isRoutine: boolean;
};

/** Everything as it will be sent, with a way back to each answer, and one button. */
export const CheckPage = (props: CheckProps) => (
  <>
    {props.problem}
    <When is="isRefused">
      <p class="govuk-body">
        <a class="govuk-link" href="/find">
          {words.searchAgain}
        </a>
      </p>
    </When>
    <When is="other">
      <p class="govuk-body">
        <a class="govuk-link" href={props.other}>
          {words.openOther}
        </a>
      </p>
    </When>
    <h1 class="govuk-heading-l" tabIndex={-1}>
      {words.title}
    </h1>
    <p class="govuk-body">{words.lead(props.group)}</p>
    <dl class="govuk-summary-list">
      <Row name="checks" field="stopPanelPassed">
        {words.nobody}. {words.fits}.
      </Row>
      <Rows fields={FIELDS} answers={props} />
      <When is="speakFirst">
        <Row name="speakFirst" field="speakToSenderFirst">
          {words.yes}
        </Row>
      </When>
      <Row name="priority" field="priority">
        <When is="isSoon">{words.soon}</When>
        <When is="isRoutine">{words.routine}</When>
      </Row>
      <Rows fields={LAST_FIELDS} answers={props} />
    </dl>
    <div class="govuk-button-group">
      <Button type="button" name="send" attributes={{ 'aria-disabled': props.isBusy }}>
        {words.send}
      </Button>
      <Button type="button" name="back" look="secondary">
        {words.back}
      </Button>
    </div>
  </>
);
