import { ruleOf } from '../facts/fact-kind.ts'
import { isInDigits, numberFacts, sayAdded, sayLost } from '../facts/numbers.ts'

/** Up to this number, a writer may have counted things: "the two wheels", "three things follow". */
const ownCountMax = { section: 5, note: 2 }
/** "Half" can be phrased in many ways: "the morning" for "half a day". */
const half = '0.5'

/** Suspects a count in words that the author does not have, and one of the author's that was exchanged. */
export const numberWords = ruleOf({
  ...numberFacts,
  policy: {
    added: {
      isFault: ({ form, value }, { kind }) => form === 'word' && Number(value) > ownCountMax[kind],
      say: sayAdded,
    },
    exchanged: { isFault: (value, author) => value !== half && !isInDigits(value, author), say: sayLost },
  },
})
