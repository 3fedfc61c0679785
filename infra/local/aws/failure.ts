import type { Refusal } from './access.ts';

/** What a service answers when it will not: an HTTP status and the error name SDKs know. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A refusal in the form every AWS service gives it. */
export const accessDenied = (refusal: Refusal): Failure =>
  new Failure(400, 'AccessDeniedException', refusal.message);
export const badRequest = (code: string, message: string): Failure => new Failure(400, code, message);
