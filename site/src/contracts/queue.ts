import { taskSettle } from '#shared/api/queue.ts';
import { contract } from '../lib/contract.ts';

export const settling = contract(taskSettle);
