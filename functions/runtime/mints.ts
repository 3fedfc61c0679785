import { systemSessionId } from './ids.ts';
import { systemSecret } from './secrets.ts';

/** What a sign-in makes anew: the secret a browser holds, and the name of a session in events. */
export const systemMints = { secret: systemSecret, sessionId: systemSessionId };
