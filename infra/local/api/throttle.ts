/** True while the bucket has room for one more request. */
export type Throttle = () => boolean;

/**
 * The stage's token bucket: `burst` at once, refilled `rate` a second. Real time, as a movable clock must not
 * refill it. Without settings everything passes.
 */
export function createThrottle(
  { burst, rate }: { burst: number | undefined; rate: number | undefined },
  milliseconds: () => number = () => performance.now(),
): Throttle {
  if (burst === undefined || rate === undefined) return () => true;
  let tokens = burst;
  let last = milliseconds();
  return () => {
    const now = milliseconds();
    tokens = Math.min(burst, tokens + ((now - last) / 1000) * rate);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
