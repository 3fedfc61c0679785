import type { peopleList } from '#shared/api/people.ts';
import type { Call, Reply } from '../../lib/api.ts';

/** What was just done, told anew for each `round`. */
export type News = { text: string; round: number };

/** What every part of the page is given: who there is, and how to tell that something was done. */
export type PeoplePage = {
  page: Reply<typeof peopleList>;
  call: Call;
  tell: (text: string) => void;
  me: string;
  isCoordinator: boolean;
};
