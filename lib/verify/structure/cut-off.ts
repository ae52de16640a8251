import { readOriginal } from '../reading/candidate.ts'
import { readBlocks, type Ending } from '../reading/read-blocks.ts'
import { nothing, type Rule } from '../rule.ts'

/** What may stand between the end of a sentence and the end of a text. In Urdu, “ closes a quotation; after a blank it would open one. */
const closers = /(?:[)\]"'”’»*_~\s]|(?<=\S)[“‘]|\[\[slot:k\d+\]\]|\]\(link:\d+\))+$/u
/** Code units of a text's end that are looked at. */
const endingLength = 200
const sentenceEnd = /[.!?…:;۔؟。]$/u
/** The mark of a list's item that has no text. */
const bareMark = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])$/
const admonitionEnd = /^[ \t>]*:{3,}[ \t]*$/

/** Harm prevented: a lesson that breaks off in mid-sentence, because a text came to its end too early. */
export const cutOff: Rule = ({ kind, masked }) => ({
  part: nothing,
  whole: (text) => {
    const { ending } = readBlocks(text)
    const original = kind === 'note' ? undefined : readBlocks(readOriginal(masked)).ending
    const isCutOff = endsInForm(text.markdown) || (ending && isCut(ending) && !(original && isCut(original)))
    if (!isCutOff) return []
    const last = text.markdown.slice(-40)
    return [{ reason: 'cut-off', message: `The text breaks off after "${last}"; write it to its end.` }]
  },
})

/** Whether a text ends within a row of a table whose rows are closed, or after the mark of an item. */
function endsInForm(markdown: string): boolean {
  const [before = '', last = ''] = markdown.split('\n').slice(-2)
  return bareMark.test(last) || (/^[ \t>]*\|/.test(last) && !last.endsWith('|') && before.trimEnd().endsWith('|'))
}

/** A list of words need not end in full stops; but its last item does if all others do. */
function isCut({ text, siblings }: Ending): boolean {
  const lines = text.split('\n')
  while (admonitionEnd.test(lines.at(-1) ?? '')) lines.pop()
  const isWhole = endsSentence(lines.join('\n'))
  return siblings.length === 0 ? !isWhole : !isWhole && siblings.every((sibling) => endsSentence(sibling))
}

function endsSentence(text: string): boolean {
  const rest = text.slice(-endingLength).replace(closers, '')
  return rest === '' || sentenceEnd.test(rest)
}
