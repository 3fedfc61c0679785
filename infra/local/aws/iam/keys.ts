/** Condition keys a call can carry here. A policy that asks for another stops the start. */
const SUPPLIED = [
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalType',
  'aws:RequestedRegion',
  'aws:ResourceAccount',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:ViaAWSService',
  'dynamodb:EnclosingOperation',
  'dynamodb:LeadingKeys',
  'dynamodb:ReturnConsumedCapacity',
  'dynamodb:ReturnValues',
  'dynamodb:Select',
  'kms:CallerAccount',
  'kms:EncryptionContextKeys',
  'kms:KeySpec',
  'kms:KeyUsage',
  'kms:ViaService',
  'ses:ApiVersion',
  'ses:FromAddress',
  'ses:FromDisplayName',
  'ses:Recipients',
].map((key) => key.toLowerCase());
/** Keys with a name after a stroke or colon that the request chooses. */
const FAMILIES = ['kms:encryptioncontext:', 'aws:principaltag/'];
const MANY_VALUED = ['dynamodb:leadingkeys', 'kms:encryptioncontextkeys', 'ses:recipients'];

export const suppliesKey = (key: string): boolean => {
  const name = key.toLowerCase();
  return SUPPLIED.includes(name) || FAMILIES.some((family) => name.startsWith(family));
};

export const needsSetOperator = (key: string): boolean => MANY_VALUED.includes(key.toLowerCase());
