import { getPack } from '../../profile/index.ts'
import { readOriginal } from '../reading/candidate.ts'
import { readVisible } from '../reading/read-visible.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

const word = /[\p{L}\p{M}]+/gu
const latin = /\p{Script=Latin}/u
/** Letters of other scripts that look like Latin ones, except Greek symbols of physics (μ, ν, ρ, Ω). */
const lookalike = /[\p{Script=Cyrillic}\p{Script=Cherokee}\p{Script=Lisu}\p{Script=Armenian}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳ]/u
/** Full-width and mathematical letters. */
const styled = /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7cb}]/u

/** Prevents a name or an address that is not what it looks like. */
export const lookalikeLetters: Rule = ({ language, shown, masked }) => {
  const { letter } = getPack(language)
  const author = `${shown}\n${readOriginal(masked).prose}`
  const isDisguised = (found: string): boolean => {
    const foreign = Array.from(found).filter((character) => lookalike.test(character) && !letter.test(character))
    return styled.test(found) || (foreign.length > 0 && (latin.test(found) || foreign.length === found.length))
  }
  const reject = (found: string): Finding[] => [
    {
      reason: 'lookalike-letter',
      message: `"${found.slice(0, 40)}" has letters of another script; write it in one script.`,
    },
  ]
  return {
    part: (part) => {
      const words = readVisible(part).match(word) ?? []
      const found = words.find((each) => isDisguised(each) && !author.includes(each))
      return found === undefined ? [] : reject(found)
    },
  }
}
