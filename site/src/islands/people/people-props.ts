import type { peopleList, StaffPerson } from '#shared/api/people.ts';
import type { Call, Reply } from '../../lib/api.ts';

/** What was just done, told anew for each `round`. */
export type News = { text: string; round: number };

/** What every part of the page is given: who there is, and how to tell that something was done. */
export type PeoplePage = {
  page: Pick<Reply<typeof peopleList>, 'schemes' | 'invites' | 'leavers' | 'now'> & {
    /** Those shown so far, each once, by name. */
    people: readonly StaffPerson[];
    /** Whether nobody is left to show. */
    isAll: boolean;
  };
  call: Call;
  tell: (text: string) => void;
  me: string;
  isCoordinator: boolean;
};
