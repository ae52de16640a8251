import { getPack, type LanguagePack } from '../../profile/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import { oncePer } from '../once-per.ts'
import { termsLanguage } from '../packs-of.ts'
import { readOriginal } from '../reading/candidate.ts'
import { nothing, type Rule } from '../rule.ts'
import { ruleOf } from './fact-kind.ts'
import { findTermNames } from './find-terms.ts'

/** An everyday word ("to state a limit", "to take action") counts as the term if a section has it this often. */
const timesMeant = 3
const everydayNounsOf = oncePer(({ everydayNouns = '' }: LanguagePack) => new Set(everydayNouns.split(' ')))

/** The glossary terms in the section's prose; none for the opening note, whose source is only an outline. */
export const wantedTerms = oncePer(({ kind, masked, lesson }: WritingTask): ReadonlySet<string> => {
  if (kind === 'note') return new Set()
  const { prose } = readOriginal(masked)
  const everyday = everydayNounsOf(getPack(termsLanguage))
  const isMeant = (term: string): boolean =>
    !everyday.has(term) || (prose.match(new RegExp(String.raw`\b${term}s?\b`, 'gi'))?.length ?? 0) >= timesMeant
  return new Set([...findTermNames(prose, lesson.glossary)].filter(isMeant))
})

/** Prevents a translated technical term that the learner cannot look up anywhere. */
const inTranslation = ruleOf({
  reason: 'term-translated',
  read: ({ heading = '', prose }, { lesson }) =>
    [...findTermNames(`${heading}\n${prose}`, lesson.glossary)].map((value) => ({ value })),
  owed: (task) => [...wantedTerms(task)].map((value) => ({ value })),
  isKnown: () => true,
  policy: { dropped: { say: (lost) => `Keep these terms in English, in Latin script: ${lost}.` } },
})

export const terms: Rule = (task) => (task.translating ? inTranslation(task) : { part: nothing })
