import { TextInput } from './text-input.tsx';

type PostcodeInputProps = {
  label: string;
  labelSize?: 'm';
  hint: string;
  value?: string | undefined;
  error?: string | undefined;
};

/** Where something is: a postcode, in capitals on a phone’s keyboard, never corrected into a word. */
export const PostcodeInput = (props: PostcodeInputProps) => (
  <TextInput
    id="postcode"
    width={10}
    autocomplete="postal-code"
    autocapitalize="characters"
    spellcheck={false}
    {...props}
  />
);
