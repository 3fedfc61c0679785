import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Turns text to bytes and back. The dictionary is part of the stored format: it never changes, a new one is a new format. */
export type Packing = { pack: (text: string) => Uint8Array; unpack: (bytes: Uint8Array) => string };

/** No body of ours comes near this; what does is not ours. */
const MOST = 64 * 1024;

/**
 * Packs small JSON bodies to about a third against a dictionary that holds what every body repeats
 * (names of fields, codes): a write is billed by the kilobyte and doubled within a transaction.
 */
export function packedWith(dictionary: string): Packing {
  const bytes = Buffer.from(dictionary);
  return {
    pack: (text) => Uint8Array.from(deflateRawSync(text, { level: 9, dictionary: bytes })),
    unpack: (packed) => inflateRawSync(packed, { dictionary: bytes, maxOutputLength: MOST }).toString('utf8'),
  };
}
