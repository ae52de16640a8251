/** How large a part of all runs is made unless all are asked for. */
const quickShare = 0.2

/**
 * How many runs a property gets: a fifth, with `PROPERTY_RUNS=full` all of them (`npm run test:full`), and with a number that many
 * times as many.
 */
export function propertyRuns(all: number): number {
  const asked = process.env['PROPERTY_RUNS']
  const share = asked === undefined || asked === '' ? quickShare : asked === 'full' ? 1 : Number(asked)
  if (!(share > 0)) throw new Error(`PROPERTY_RUNS is "${asked}": "full" or a number above 0 is wanted`)
  return Math.max(1, Math.round(all * share))
}
