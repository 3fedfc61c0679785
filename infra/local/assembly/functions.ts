import type { Assembly } from './assembly.ts';

export type FunctionSpec = {
  logicalId: string;
  name: string;
  arn: string;
  roleArn: string;
  /** Absolute directory of the bundle. */
  code: string;
  /** `index.handler` */
  handler: string;
  runtime: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMb: number;
  /** Where AWS puts an asynchronous invocation that failed for good. */
  deadLetterArn: string | undefined;
  /** False for CDK's own deployment-time functions (bucket deployment, custom resources): not run locally. */
  own: boolean;
};

/** Every Lambda function of the assembly. */
export function functionsOf(assembly: Assembly): FunctionSpec[] {
  return assembly.resources('AWS::Lambda::Function').map(() => {
    throw new Error('Not readable yet');
  });
}
