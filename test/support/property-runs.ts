/** How large a part of all runs is made unless all are asked for. */
const quickShare = 0.2

/** A fifth; with `PROPERTY_RUNS=full` all (`npm run test:full`); with a number that many times as many. */
function readShare(): number {
  const asked = process.env['PROPERTY_RUNS']
  const share = asked === undefined || asked === '' ? quickShare : asked === 'full' ? 1 : Number(asked)
  if (!(share > 0)) throw new Error(`PROPERTY_RUNS is "${asked}": "full" or a number above 0 is wanted`)
  return share
}

/** How many runs a property gets of as many as it has in full. */
export const propertyRuns = (all: number): number => Math.max(1, Math.round(all * readShare()))

/** Of cases that are counted out, the part that is run: every fifth, another fifth for each `shift`. */
export function sampleCases<Case>(cases: readonly Case[], shift: number): Case[] {
  const step = Math.max(1, Math.round(1 / readShare()))
  return cases.filter((_case, at) => (at + shift) % step === 0)
}
