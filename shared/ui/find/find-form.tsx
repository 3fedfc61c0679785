import { DISTANCES, USUAL_DISTANCE } from '../../api/search.ts';
import { find as words } from '../../text/en/find.ts';
import { needs } from '../../text/en/needs.ts';
import { postcode as postcodeWords } from '../../text/en/postcode.ts';
import { weekdays } from '../../text/en/weekdays.ts';
import { Button } from '../button.tsx';
import { Checkboxes } from '../checkboxes.tsx';
import { FilterPanel } from '../filter-panel.tsx';
import { PostcodeInput } from '../postcode-input.tsx';
import { Select } from '../select.tsx';
import { TextInput } from '../text-input.tsx';
import type { Answers } from './answers.ts';

/** What to do about an answer, by the id of its field. */
export type FindErrors = Readonly<Partial<Record<string, string>>>;

const itemsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, text]) => ({ value, text }));

const Narrowing = ({ answers, errors }: { answers: Answers; errors: FindErrors }) => (
  <>
    <TextInput id="q" label={words.q} hint={words.qHint} value={answers.q} error={errors['q']} />
    <Select
      id="miles"
      label={words.miles}
      value={answers.miles ?? USUAL_DISTANCE}
      items={DISTANCES.map((miles) => ({ value: miles, text: words.within(miles) }))}
      error={errors['miles']}
    />
    <Checkboxes id="day" legend={words.day} small items={itemsOf(weekdays)} values={answers.day} />
    <Checkboxes
      id="room"
      legend={words.only}
      small
      items={[
        { value: '1', text: words.room, checked: answers.room },
        { value: '1', text: words.free, id: 'free', name: 'free', checked: answers.free },
        { value: '1', text: words.stepFree, id: 'step_free', name: 'step_free', checked: answers.stepFree },
      ]}
    />
  </>
);

/** Once something is asked the results come first: on a phone the form stays folded. */
const isAskedNothing = ({ cell, need, q, day }: Answers): boolean =>
  cell === undefined && need.length === 0 && q === '' && day.length === 0;

/** The search form. It posts, so that a postcode never stands in an address; our script resolves it before that. */
export const FindForm = ({ answers, errors = {} }: { answers: Answers; errors?: FindErrors }) => (
  <form
    action="/find"
    method="post"
    noValidate
    aria-label={words.form}
    data-find
    data-cell={answers.cell}
    data-near={answers.near}
  >
    {answers.cell !== undefined && <input type="hidden" name="cell" value={answers.cell} />}
    {answers.near !== undefined && <input type="hidden" name="near" value={answers.near} />}
    <PostcodeInput
      label={postcodeWords.label}
      hint={postcodeWords.hint}
      value={answers.postcode}
      error={errors['postcode']}
    />
    <FilterPanel title={words.more} open={isAskedNothing(answers) || Object.keys(errors).length > 0}>
      <Checkboxes id="need" legend={words.need} small items={itemsOf(needs)} values={answers.need} />
      <Narrowing answers={answers} errors={errors} />
    </FilterPanel>
    <Button>{words.go}</Button>
  </form>
);
