/** One act that needs leave. `context` holds condition keys of the request, e.g. `kms:ViaService`. */
export type AccessRequest = {
  /** A function's logical id, or the ARN of a role somebody else takes on (a schedule's). */
  caller: string;
  /** `dynamodb:GetRecords` */
  action: string;
  resource: string;
  context?: RequestContext;
};
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

export type Refusal = {
  /** ISO instant by the shared clock. */
  at: string;
  caller: string;
  /** The function's deployed name, or the role's. */
  callerName: string;
  action: string;
  resource: string;
  /** `no statement allows it`, or the statement that denies it. */
  reason: string;
  /** The sentence the caller reads in AccessDeniedException. */
  message: string;
  /** How often the same was refused; `at` is the first. */
  times: number;
};

/** One action on one resource pattern that a role's policy allows. */
export type Grant = {
  caller: string;
  callerName: string;
  action: string;
  resource: string;
  /** The policy resource it stands in. */
  source: string;
};
