/**
 * Stands in the bundles for the SDK's chain of credential providers (profiles, SSO, web identity,
 * instance metadata …), which a Lambda function never uses and every cold start would load. What
 * Lambda gives is in the environment; when it is not there we stop at once and say so, rather than
 * search a machine for somebody else's credentials.
 */
type Credentials = {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | undefined;
};

export const defaultProvider = () => (): Promise<Credentials> => {
  const accessKeyId = process.env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = process.env['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey) {
    const missing =
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set: this bundle takes its credentials from nowhere else.';
    return Promise.reject(new Error(missing));
  }
  return Promise.resolve({ accessKeyId, secretAccessKey, sessionToken: process.env['AWS_SESSION_TOKEN'] });
};
