import { countMessage } from '../text/en/characters.ts';
import { Hint } from './hint.tsx';
import { classes, idList } from './markup.ts';
import { Textarea, type TextareaProps } from './textarea.tsx';

export type CharacterCountProps = TextareaProps & { max: number };

/**
 * Several lines of text with a bound. More may be typed, so that nothing is cut; the page counts, and says
 * how much is too much (site/src/lib/count-characters.ts).
 */
export const CharacterCount = ({ max, ...field }: CharacterCountProps) => (
  <Textarea
    {...field}
    groupClass={classes('govuk-character-count', field.groupClass)}
    describedBy={idList(`${field.id}-info`, field.describedBy)}
    attributes={{ ...field.attributes, 'data-max': max }}
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
