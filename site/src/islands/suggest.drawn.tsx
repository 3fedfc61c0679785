import { suggestionTopics } from '#shared/text/en/listing.ts';
import { suggest as words } from '#shared/text/en/queue.ts';
import { Radios } from '#shared/ui/radios.tsx';
import type { FieldsProps } from '../lib/drawn-marks.ts';
import { items } from '../lib/items.ts';
import { FreeText } from './counted-text.tsx';

/** What is wrong with a listing, and more of it in words. */
export const SuggestFields = ({ errorFor }: FieldsProps) => (
  <>
    <Radios
      id="topic"
      legend={words.topic}
      legendSize="s"
      error={errorFor('topic')}
      items={items(suggestionTopics)}
    />
    <FreeText id="text" label={words.text} hint={words.textHint} error={errorFor('text')} max={500} />
  </>
);
