import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { errorFields, type Logger } from './logger.ts';

/**
 * What stands around every handler: one place where whatever a function did not catch is logged (never
 * the event, never a message) and thrown on, so that Lambda counts it and tries again where it may.
 */
export const wrapped = <Event, Answer>(
  log: Logger,
  handler: (event: Event, context: Context) => Promise<Answer>,
) =>
  middy<Event, Answer>()
    .onError(({ error, context }) => {
      log.error('function failed', { requestId: context.awsRequestId, ...errorFields(error) });
    })
    .handler(handler);
