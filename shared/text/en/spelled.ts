/** A reference said aloud, character by character: `R, 7, K, 3, M, 9, 2, Q, F`. */
export const spelled = (reference: string): string => [...reference.replaceAll('-', '')].join(', ');
