import type { PublicGroup, PublicService } from '#shared/api/group-public.ts';
import { introductionMake } from '#shared/api/introductions.ts';
import type { Introduced } from '#shared/model/evidence.ts';
import type { Need } from '#shared/model/need.ts';
import { introductions as words } from '#shared/text/en/introductions.ts';
import type { Call, Reply } from '../../lib/api.ts';
import { councilOfPage } from '../../lib/council-of-page.ts';
import { useSubmit } from '../../lib/use-submit.ts';

/** What somebody was told of: an activity of a group. */
export type ToldOf = { group: PublicGroup; service: PublicService };

/** What was done, what for and on which day; whether the card is to be printed with it. */
export type Said = { how: Introduced; needs: Need[]; on: string };

/** What either page is given; `prints` says whether the card is wanted at once. */
export type TellingProps = {
  call: Call;
  about: ToldOf | undefined;
  now: string;
  onRecorded: (prints: boolean) => void;
};

/** Records it; an activity that may not be named (another area's, or gone) is left out at the next tap. */
export function useRecording({ call, about, onRecorded }: TellingProps) {
  const { send, isBusy, refused } = useSubmit<Reply<typeof introductionMake>>();
  const isUnnamed = refused?.code === 'not_found';
  async function record(given: Said, prints = false): Promise<void> {
    const council = await councilOfPage(window.location.search);
    const body = {
      ...given,
      ...(about !== undefined && !isUnnamed && { serviceId: about.service.id }),
      ...(council !== undefined && { council }),
    };
    const answer = await send((key) => call(introductionMake, { body, key }));
    if (answer?.ok === true) onRecorded(prints);
  }
  const said = isUnnamed ? words.gone : refused?.fields?.[0]?.text;
  const trouble = refused && { ...refused, title: said ?? refused.title };
  return { record, isBusy, trouble };
}
