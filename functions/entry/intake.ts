/** Placeholder until its owner lands the real entry: answers that this part is not running yet. */
export const handler = async () => ({ statusCode: 503, body: 'Not built yet' });
