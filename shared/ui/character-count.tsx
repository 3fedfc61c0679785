import { useEffect, useState } from 'preact/hooks';
import { countMessage } from '../text/en/characters.ts';
import { Hint } from './hint.tsx';
import { classes, idList } from './markup.ts';
import { Textarea, type TextareaProps } from './textarea.tsx';

export type CharacterCountProps = TextareaProps & { max: number };

/** A live region that waits until typing pauses, so that a screen reader is not interrupted at each key. */
const Spoken = ({ message }: { message: string }) => {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => setSpoken(message), 1000);
    return () => clearTimeout(pause);
  }, [message]);
  return (
    <div class="govuk-visually-hidden" aria-live="polite">
      {spoken}
    </div>
  );
};

const typedLength = (event: Event): number => {
  const box = event.target;
  return box !== null && 'value' in box && typeof box.value === 'string' ? box.value.length : 0;
};

/** Several lines of text with a bound. More may be typed, so that nothing is cut; the count says how much is too much. */
export const CharacterCount = ({ max, ...props }: CharacterCountProps) => {
  const [typed, setTyped] = useState<number | undefined>(undefined);
  const message = countMessage(max, typed);
  const over = typed !== undefined && typed > max;
  const onInput = (event: Event) => {
    setTyped(typedLength(event));
    props.onInput?.(event);
  };
  return (
    <Textarea
      {...props}
      onInput={onInput}
      groupClass={classes('govuk-character-count', props.groupClass)}
      describedBy={idList(`${props.id}-info`, props.describedBy)}
      class={classes(over && 'govuk-textarea--error', props.class)}
      after={
        <>
          <Hint
            id={`${props.id}-info`}
            class={classes('govuk-character-count__message', over && 'character-count--over')}
          >
            {message}
          </Hint>
          {typed !== undefined && <Spoken message={message} />}
        </>
      }
    />
  );
};
