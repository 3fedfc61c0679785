import { TextInput } from '../text-input.tsx';

type OwnNameProps = { label: string; hint: string; value?: string; error?: string | undefined };

/** What somebody who opens a link wants to be called. */
export const OwnName = (props: OwnNameProps) => (
  <TextInput id="name" autocomplete="name" width={20} {...props} />
);
