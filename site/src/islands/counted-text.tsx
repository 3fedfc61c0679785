import { privateWords as words } from '#shared/text/en/private-words.ts';
import { CharacterCount } from '#shared/ui/character-count.tsx';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import type { TextareaProps } from '#shared/ui/textarea.tsx';
import { keepName } from '../lib/keep-name.ts';
import { When } from './when.tsx';

type FreeTextProps = TextareaProps & { max: number; isShort?: boolean };

/**
 * Free text that is looked through for somebody's details, in a drawn part; once warned, a tick appears to
 * keep it all the same.
 */
export const FreeText = ({ isShort = false, max, rows = 3, ...field }: FreeTextProps) => (
  <>
    {isShort ? (
      <TextInput {...field} width={20} autocomplete="off" />
    ) : (
      <CharacterCount {...field} rows={rows} max={max} />
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
