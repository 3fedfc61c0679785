/** What was started, ended in reverse: each part stands on those before it. */
export type Closing = {
  add: (end: () => Promise<void> | void) => void;
  /** Ends everything, also when one part fails to; the first failure is thrown at the end. */
  end: () => Promise<void>;
};

export function createClosing(): Closing {
  const ends: (() => Promise<void> | void)[] = [];
  return {
    add: (end) => {
      ends.push(end);
    },
    end: async () => {
      const failures: unknown[] = [];
      for (const end of ends.splice(0).reverse())
        try {
          await end();
        } catch (error) {
          failures.push(error);
        }
      if (failures.length > 0) throw failures[0];
    },
  };
}
