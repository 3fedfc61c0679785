export type QueueMessage = {
  id: string;
  receipt: string;
  body: string;
  attributes: Record<string, string>;
  messageAttributes: Record<string, { StringValue?: string; DataType: string }>;
  /** How often it was received, this time included. */
  receives: number;
  groupId: string | undefined;
};
export type QueueDepth = { visible: number; inFlight: number; delayed: number };

/** The queues as the platform sees them: no leave is asked here, `Aws.authorize` does that. */
export type QueueStore = {
  send(
    queueArn: string,
    body: string,
    options?: { delaySeconds?: number; groupId?: string; deduplicationId?: string },
  ): string;
  /** Takes up to `maximum` visible messages for the queue's visibility time; past its receives a message moves to the dead-letter queue instead. */
  receive(queueArn: string, maximum: number, visibilitySeconds?: number): QueueMessage[];
  remove(queueArn: string, receipt: string): void;
  changeVisibility(queueArn: string, receipt: string, seconds: number): void;
  depth(queueArn: string): QueueDepth;
  /** Bodies waiting in a queue, without receiving them (dead letters on show). */
  peek(queueArn: string): readonly string[];
  /** The earliest instant a message becomes visible, if any is waiting; now or before when one is ready. */
  nextVisible(queueArn: string): Date | undefined;
  /** Calls back after anything was sent or became visible by a change; returns the way to stop. */
  onChange(listener: (queueArn: string) => void): () => void;
};
