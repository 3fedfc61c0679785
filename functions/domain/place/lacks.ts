import type { AreaSettings, CouncilNumbers } from '#shared/model/area.ts';
import type { Lack } from '#shared/model/go-live.ts';

const NEEDED = ['adultSocialCare', 'outOfHours', 'crisis', 'linkWorkers'] as const satisfies readonly Exclude<
  keyof CouncilNumbers,
  'code'
>[];

/**
 * What an area still lacks before it may take referrals: for each council whom to ring about abuse or
 * neglect, by day and out of hours, in a crisis, and how anybody reaches its link workers. Whoever is
 * handed back, and whoever reads a stop panel, needs every one of them.
 */
export const lacksOf = ({ councils }: Pick<AreaSettings, 'councils'>): Lack[] =>
  councils.flatMap((council) =>
    NEEDED.filter((what) => council[what] === null).map((what) => ({
      council: council.code,
      name: council.name,
      what,
    })),
  );
