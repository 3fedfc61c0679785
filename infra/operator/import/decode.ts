/** The largest file that is read: some 20,000 services with everything about them. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** A text and, where it was not plain UTF-8, what it was taken for. */
export type Decoded = { text: string; encoding: string };

const decoded = (bytes: Uint8Array, encoding: string): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

/**
 * Reads bytes as the text they are: by the mark at their beginning, as UTF-16 when every other byte is
 * empty, as UTF-8 when they are that, else as Windows-1252. A mark at the beginning is taken off.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first = 1, second = 1] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  if (second === 0) return decoded(bytes, 'utf-16le');
  if (first === 0) return decoded(bytes, 'utf-16be');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return decoded(bytes, 'windows-1252');
  }
}
