/** Placeholder until its owner lands the real entry. */
export const handler = async () => ({ batchItemFailures: [] });
