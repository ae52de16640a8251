import { readOriginal } from '../reading/candidate.ts'
import { readBlocks, type Ending } from '../reading/read-blocks.ts'
import { nothing, type Rule } from '../rule.ts'

/** What may follow a sentence at the end of a text. In Urdu, “ closes a quotation; after a blank it would open one. */
const closers = /(?:[)\]"'”’»*_~\s]|(?<=\S)[“‘]|\[\[slot:k\d+\]\]|\]\(link:\d+\))+$/u
/** How many code units at a text's end are checked. */
const endingLength = 200
const sentenceEnd = /[.!?…:;۔؟。]$/u
/** The marker of a list item without text. */
const bareMark = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])$/
const admonitionEnd = /^[ \t>]*:{3,}[ \t]*$/

/** Prevents a lesson that breaks off in mid-sentence because the text ended too early. */
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

/** Whether a text ends inside a table row, if the other rows are closed, or after an item's marker. */
function endsInForm(markdown: string): boolean {
  const [before = '', last = ''] = markdown.split('\n').slice(-2)
  return bareMark.test(last) || (/^[ \t>]*\|/.test(last) && !last.endsWith('|') && before.trimEnd().endsWith('|'))
}

/** Items of a list need no full stop; but the last one does if all others have one. */
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
