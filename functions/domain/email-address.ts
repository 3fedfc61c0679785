/** An email address as it is kept and compared: case, and spaces around it, make no difference. */
export const asCompared = (address: string): string => address.trim().toLowerCase();
