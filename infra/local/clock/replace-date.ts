/**
 * Replaces the global Date of this thread by one that adds the shared offset to real time. Called before a
 * bundle is imported, so that the bundle itself knows no switch. Dates made of given values are untouched,
 * and every Date of the thread keeps the one prototype (`instanceof` stays true for all of them).
 */
export function replaceDate(memory: SharedArrayBuffer): void {
  const offset = new Int32Array(memory);
  const Real = globalThis.Date;
  const now = () => Real.now() + Atomics.load(offset, 0) * 1000;

  function SharedDate(...values: unknown[]): unknown {
    if (new.target === undefined) return new Real(now()).toString();
    return Reflect.construct(Real, values.length === 0 ? [now()] : values, new.target);
  }
  SharedDate.prototype = Real.prototype;
  Object.defineProperties(SharedDate, {
    name: { value: 'Date' },
    length: { value: Real.length },
    now: { value: now, writable: true, configurable: true },
    parse: { value: Real.parse, writable: true, configurable: true },
    UTC: { value: Real.UTC, writable: true, configurable: true },
  });
  Object.defineProperty(Real.prototype, 'constructor', {
    value: SharedDate,
    writable: true,
    configurable: true,
  });
  Object.defineProperty(globalThis, 'Date', { value: SharedDate, writable: true, configurable: true });
}
