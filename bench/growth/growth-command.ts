import { print, runToEnd } from '../../local/run-to-end.ts'
import { growthExponent } from '../numbers/growth-exponent.ts'
import { growVerification } from './grow-verification.ts'

/** `npm run growth`: how the time of judging a text grows with its length, by blocks and by reading all of it again for each. */
async function growth(): Promise<void> {
  const times = await growVerification()
  const [first] = times
  if (first === undefined) return
  print('words   by blocks          all again for each')
  for (const { words, blocks, again } of times)
    print(`${String(words).padStart(5)}   ${describe(blocks, first.blocks)}   ${describe(again, first.again)}`)
  const power = (of: 'blocks' | 'again'): string =>
    growthExponent(times.map((time) => [time.words, time[of]] as const)).toFixed(2)
  print(`A power of 1 is growth in proportion: ${power('blocks')} by blocks, ${power('again')} all again for each.`)
}

const describe = (milliseconds: number, first: number): string =>
  `${milliseconds.toFixed(1).padStart(7)} ms ${(milliseconds / first).toFixed(1).padStart(6)} x`

await runToEnd(growth)
