/** One act that needs leave. `context` holds request condition keys, e.g. `kms:ViaService`. */
export type AccessRequest = {
  functionLogicalId: string;
  /** `dynamodb:GetRecords` */
  action: string;
  resource: string;
  context?: Readonly<Record<string, string | readonly string[]>>;
};

export type Refusal = {
  at: string;
  functionLogicalId: string;
  functionName: string;
  action: string;
  resource: string;
  /** `no statement allows it`, or the statement that denies it. */
  reason: string;
  /** The sentence the caller reads in AccessDeniedException. */
  message: string;
};

/** One (action, resource) a role's policy allows. */
export type Grant = {
  functionLogicalId: string;
  functionName: string;
  action: string;
  resource: string;
  /** The policy resource it stands in. */
  source: string;
};
