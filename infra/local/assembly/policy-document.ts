import * as z from 'zod/mini';

const Texts = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((value) => (typeof value === 'string' ? [value] : value)),
);
const ConditionValues = z.pipe(
  z.union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))]),
  z.transform((value) => (Array.isArray(value) ? value : [value]).map(String)),
);

/** One statement of an IAM or key policy; anything beyond this shape stops the start. */
export const Statement = z.strictObject(
  {
    Sid: z.optional(z.string()),
    Effect: z.enum(['Allow', 'Deny']),
    Action: z.optional(Texts),
    NotAction: z.optional(Texts),
    Resource: z.optional(Texts),
    NotResource: z.optional(Texts),
    Principal: z.optional(z.union([z.literal('*'), z.record(z.string(), Texts)])),
    Condition: z.optional(z.record(z.string(), z.record(z.string(), ConditionValues))),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.join(' and ')} in a policy statement cannot be judged here`
        : 'a policy statement is an object',
  },
);
export type Statement = z.infer<typeof Statement>;

export const PolicyDocument = z.object({
  Version: z.optional(z.string()),
  Statement: z.pipe(
    z.transform((value: unknown): unknown => (Array.isArray(value) ? value : [value])),
    z.array(Statement),
  ),
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;
