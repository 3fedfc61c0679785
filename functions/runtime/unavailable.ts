/** A service we depend on does not answer or is overloaded: the caller may try again, nothing is lost. */
export class Unavailable extends Error {
  readonly service: string;
  constructor(service: string, cause: unknown) {
    super(`${service} is not answering`, { cause });
    this.name = 'Unavailable';
    this.service = service;
  }
}

const OVERLOADED = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'ThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'InternalServerError',
  'ServiceUnavailable',
  'TransactionConflictException',
  'TransactionInProgressException',
  'TimeoutError',
  'AbortError',
]);

/** Whether an error of the SDK means that the service is down or overloaded, and not that we asked wrongly. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (OVERLOADED.has(error.name)) return true;
  if ('code' in error && typeof error.code === 'string' && /^(E[A-Z]+|UND_ERR.*)$/.test(error.code))
    return true;
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? Number(metadata.httpStatusCode)
      : 0;
  return status >= 500 || status === 429;
}

/** Runs a call to `service`; an outage is thrown as `Unavailable`, anything else as it came. */
export async function calling<T>(service: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw isOutage(error) ? new Unavailable(service, error) : error;
  }
}
