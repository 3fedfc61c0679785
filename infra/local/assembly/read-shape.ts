import * as z from 'zod/mini';
import type { Resource } from './assembly.ts';

/** A number CloudFormation may have written as text. */
export const Count = z.pipe(z.union([z.number(), z.string()]), z.transform(Number));
/** A boolean CloudFormation may have written as text. */
export const Flag = z.pipe(
  z.union([z.boolean(), z.string()]),
  z.transform((value) => value === true || value === 'true'),
);

/** The resource's properties as the projection needs them; throws one sentence naming resource and property. */
export function readShape<Schema extends z.core.$ZodType>(
  resource: Pick<Resource, 'logicalId' | 'type' | 'stack' | 'properties'>,
  schema: Schema,
): z.core.output<Schema> {
  const read = z.safeParse(schema, resource.properties);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(
    `${resource.logicalId} (${resource.type}, stack ${resource.stack}) has a ${issue?.path.join('.') ?? 'shape'} the local cloud cannot read: ${issue?.message ?? ''}`,
  );
}
