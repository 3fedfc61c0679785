/** What to do about a postcode that leads nowhere; the same words with and without script. */
export const postcode = {
  label: 'Postcode',
  hint: 'We turn it into a square of the map to search from. The postcode is not kept.',
  missing: 'Enter a postcode, like M14 5RX',
  notAPostcode: 'Enter a full postcode, like M14 5RX',
  notKnown: 'We do not know that postcode. Check it, or try one close by',
  notCovered: (council: string) =>
    council === ''
      ? 'We have no groups near that postcode yet. Try a postcode in an area we cover'
      : `That postcode is in ${council}, where we have no groups yet. Try a postcode in an area we cover`,
  notServed: 'The portal has not opened where that postcode is. Try a postcode in an area we cover',
  noConnection: 'We could not look that up. Check your connection and try again',
  /** Before the page’s title; the small script of the search carries no other words of the working pages. */
  errorPrefix: 'Error: ',
} as const;
