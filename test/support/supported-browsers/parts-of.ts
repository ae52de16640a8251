import type { Identifier } from '@mdn/browser-compat-data'

/** What MDN's data has within one of its entries, by name. */
export const partsOf = (entry: Identifier = {}): [string, Identifier][] =>
  Object.entries(entry).filter((part): part is [string, Identifier] => part[0] !== '__compat')
