import { capitalise, leansOnTheSentenceBefore } from '../clause.ts'
import { mapSentences, readAloud, type Draft } from '../draft.ts'

/** Fillers that an expert does not need, and shorter replacements. */
const shorter: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:Of course|In fact|Indeed|Obviously|Basically|Simply put|As you can see|In other words|Put differently|That is), /,
    '',
  ],
  [/^(?:Note|Notice|Remember|Keep in mind|It is worth noting) that /, ''],
  [/, of course,/g, ''],
  [/ (?:of course|simply|really|basically|actually)(?= )/g, ''],
  [/\bin order to\b/g, 'to'],
  [/\bis able to\b/g, 'can'],
  [/\bare able to\b/g, 'can'],
  [
    /(?<!\b(?:not|to|will|would|may|might|could|never|only|all|and|longer|rarely|hardly|seldom|rather|ever) )\b(also|still|then) (?:has|have|needs) to\b(?! do\b)/g,
    'must $1',
  ],
  [
    /(?<!\b(?:not|to|will|would|may|might|could|never|only|all|and|longer|rarely|hardly|seldom|rather|ever|also|still|then) )\b(?:has|have|needs) to\b(?! do\b)/g,
    'must',
  ],
  [/^(?:This|That) is (?:the reason )?why (?!.*\bwhy\b)/, 'Hence '],
  [/^For this reason,? /, 'Hence '],
  [/\b(?:does|do) not have to\b/g, 'need not'],
  [/, which means that /g, ', so '],
  [/^(?:This|It|That) means that /, 'So '],
  [/^It turns out that /, ''],
  [/^You can see that /, ''],
  [/^Because of this, /, 'Hence '],
  [/\beven though\b/g, 'although'],
  [/\bas soon as\b/g, 'once'],
  [/\ba large number of\b/g, 'many'],
  [/\bmakes use of\b/g, 'uses'],
  [/\bmake use of\b/g, 'use'],
  [/\bat the same time\b/g, 'simultaneously'],
  [/, for (?:example|instance),/g, ', e.g.,'],
  [/\bfind out\b/g, 'determine'],
  [/\bworks out\b/g, 'computes'],
  [/\bwork out\b/g, 'compute'],
  [/\bFor (?:example|instance), /g, 'E.g., '],
]
const exampleInPassing = / \((?:for example|for instance|such as|like|say)[^()\d\uE000-\uF8FF]*\)/g
const everydayAside = /^(?:Imagine|Picture|Think of|In other words|Put differently|It is like|It is as if)\b/

/** Removes fillers; a terse text also loses incidental examples and everyday comparisons. */
export function tighten(draft: Draft, { terse }: { terse: boolean }): Draft {
  return mapSentences(draft, (sentences) =>
    sentences
      .filter(
        (sentence, index) =>
          !(
            terse &&
            isAside(readAloud(sentence, draft.atoms), { isAlone: sentences.length === 1, next: sentences[index + 1] })
          ),
      )
      .map((sentence) => (terse ? sentence.replace(exampleInPassing, '') : sentence))
      .map(shorten),
  )
}

function shorten(sentence: string): string {
  const text = shorter.reduce((shortened, [long, short]) => shortened.replace(long, short), sentence)
  return /^\p{Lu}/u.test(sentence) ? capitalise(text) : text
}

/** Whether an aside may be removed: it states nothing exact, and nothing depends on it. */
function isAside(sentence: string, { isAlone, next }: { isAlone: boolean; next: string | undefined }): boolean {
  const isExact = /[\d:\u2026]/.test(sentence)
  return everydayAside.test(sentence) && !isExact && !isAlone && !leansOnTheSentenceBefore(next ?? '')
}
