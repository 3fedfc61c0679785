import type { Need } from '#shared/model/need.ts';
import { needs } from '#shared/text/en/needs.ts';

export const isNeed = (text: string | null): text is Need => text !== null && Object.hasOwn(needs, text);

/** The needs of a search that leads here. */
export const needsIn = (search: string): Need[] => new URLSearchParams(search).getAll('need').filter(isNeed);
