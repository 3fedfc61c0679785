import { useRef } from 'preact/hooks';
import { privateWords as words } from '#shared/text/en/private-words.ts';
import { CharacterCount } from '#shared/ui/character-count.tsx';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { TextInput } from '#shared/ui/text-input.tsx';
import { keepName } from '../lib/keep-name.ts';

type FreeTextProps = {
  name?: string;
  id: string;
  label: Content;
  hint?: Content;
  error: string | undefined;
  max: number;
  rows?: number;
  value?: string;
  isShort?: boolean;
};

/** Free text that is looked through for somebody's details; once warned, a tick appears to keep it all the same. */
export function FreeText({ isShort = false, rows = 3, ...field }: FreeTextProps) {
  const wasWarned = useRef(false);
  if (field.error?.startsWith(words.prefix)) wasWarned.current = true;
  return (
    <>
      {isShort ? (
        <TextInput {...field} width={20} autocomplete="off" />
      ) : (
        <CharacterCount {...field} rows={rows} />
      )}
      {wasWarned.current && (
        <Checkboxes
          id={keepName(field.id)}
          fieldset={false}
          small
          items={[{ value: 'yes', text: words.keep }]}
        />
      )}
    </>
  );
}
