/** A step that gets ready while those before it run. */
export type Begun = {
  /** Does what had to wait for the steps before, and puts what it made in place. */
  finish: () => Promise<void>;
  /** Ends it; nothing was put in place. Does nothing once it is finished. */
  abandon: () => void;
};
