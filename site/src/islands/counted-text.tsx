import { countMessage } from '#shared/text/en/characters.ts';
import { privateWords as words } from '#shared/text/en/private-words.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Hint } from '#shared/ui/hint.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { Textarea, type TextareaProps } from '#shared/ui/textarea.tsx';
import { keepName } from '../lib/keep-name.ts';
import { When } from './when.tsx';

/** Several lines of text with a bound, for a drawn part: more may be typed, and the page counts (count-characters.ts). */
export const CountedText = ({ max, ...field }: TextareaProps & { max: number }) => (
  <Textarea
    rows={3}
    {...field}
    groupClass="govuk-character-count"
    describedBy={`${field.id}-info`}
    attributes={{ 'data-max': max }}
    after={
      <>
        <Hint
          id={`${field.id}-info`}
          class="govuk-character-count__message"
          attributes={{ 'data-count': 'shown' }}
        >
          {countMessage(max, undefined)}
        </Hint>
        <div class="govuk-visually-hidden" aria-live="polite" data-count="spoken" />
      </>
    }
  />
);

type FreeTextProps = TextareaProps & { max: number; isShort?: boolean };

/** Free text that is looked through for somebody's details; once warned, a tick appears to keep it all the same. */
export const FreeText = ({ isShort = false, max, rows, ...field }: FreeTextProps) => (
  <>
    {isShort ? (
      <TextInput {...field} width={20} autocomplete="off" />
    ) : (
      <CountedText {...field} {...(rows && { rows })} max={max} />
    )}
    <When is={keepName(field.id)}>
      <Checkboxes
        id={keepName(field.id)}
        fieldset={false}
        small
        items={[{ value: 'yes', text: words.keep }]}
      />
    </When>
  </>
);
