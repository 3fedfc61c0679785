/** The name of the tick that says: I looked again, this is nobody's detail. */
export const keepName = (id: string): string => `${id}-keep`;
