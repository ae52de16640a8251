import type { WritingTask } from '../../../lib/prompt/index.ts'
import { changeOne, changeProse } from './change-text.ts'
import type { Fault } from './fault.ts'

interface Pair {
  readonly pattern: RegExp
  readonly change: (found: string) => string
}

const dropped: readonly Pair[] = [
  { pattern: /(?<=\p{L} )(?:not|never) (?!only\b)/gu, change: () => '' },
  { pattern: /\b(?:does|do|did) not \b/g, change: () => '' },
  { pattern: /\bcannot\b/g, change: () => 'can' },
  {
    pattern: /(?:doesn|don|isn|aren|wasn|won|can|couldn|shouldn|mustn)['’]t\b/g,
    change: (found) => contracted[found.slice(0, -2)] ?? 'does',
  },
  { pattern: /\bwithout\b/g, change: () => 'with' },
  { pattern: /\bWithout\b/g, change: () => 'With' },
]
const contracted: Readonly<Record<string, string>> = {
  doesn: 'does',
  don: 'do',
  isn: 'is',
  aren: 'are',
  wasn: 'was',
  won: 'will',
  can: 'can',
  couldn: 'could',
  shouldn: 'should',
  mustn: 'must',
}
const droppedUrdu: readonly Pair[] = [
  { pattern: /(?<= )(?:نہیں|نہ|مت|ہرگز) /g, change: () => '' },
  { pattern: /کے بغیر/g, change: () => 'کے ساتھ' },
]
const added: readonly Pair[] = [
  {
    pattern: /(?<=\p{Ll} )(?:is|are|can|must|should|will|was)(?= (?!not\b|no\b|never\b)\p{Ll})/gu,
    change: (found) => `${found} not`,
  },
]
const addedUrdu: readonly Pair[] = [
  {
    pattern: /(?<=[\u0600-\u06ff] )(?<!نہیں )(?:ہے|ہیں|سکتا ہے|سکتی ہے|سکتے ہیں)(?=۔)/g,
    change: (found) => `نہیں ${found}`,
  },
]

/** Tries the ways in random order: the first that finds a place. */
const changeByLanguage =
  (english: readonly Pair[], urdu: readonly Pair[]): Fault['inject'] =>
  (text, { language }, random) => {
    const pairs = language === 'ur' ? urdu : english
    const from = random.below(pairs.length)
    for (const pair of [...pairs.slice(from), ...pairs.slice(0, from)]) {
      const changed = changeProse(text, random, pair)
      if (changed !== undefined) return changed
    }
    return undefined
  }

const negations: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|never|no|nor|neither|none|nothing|nobody|cannot|without)\b|n['’]t\b/gi,
  ur: /(?<![\p{L}\p{M}])(?:نہیں|نہ|مت|ہرگز|بغیر|بلا)(?![\p{L}\p{M}])/gu,
}
const count = (text: string, language: string): number => text.match(negations[language] ?? /$^/g)?.length ?? 0

/** Whether each negation of a text is the author's: one that only the writer made has nothing to be held against. */
const hasOnlyAuthors = (text: string, { kind, masked, language }: WritingTask): boolean =>
  kind === 'section' && count(text, language) <= count(masked.text, 'en')

const ifAuthors =
  (inject: Fault['inject']): Fault['inject'] =>
  (text, task, random) =>
    hasOnlyAuthors(text, task) ? inject(text, task, random) : undefined

export const negationFaults: readonly Fault[] = [
  {
    name: 'negation-dropped',
    family: 'negations',
    describe: 'drops a "not", "never", "cannot" or "without" of the author',
    inject: ifAuthors(changeByLanguage(dropped, droppedUrdu)),
  },
  {
    name: 'negation-added',
    family: 'claims',
    describe: 'negates what the author states',
    inject: changeByLanguage(added, addedUrdu),
  },
  {
    name: 'never-becomes-always',
    family: 'negations',
    describe: 'says "always" for "never", and "must" for "must not"',
    inject: ifAuthors((text, _task, random) => {
      const change = (found: string): string =>
        ({ never: 'always', Never: 'Always', 'must not': 'must', 'Do not': 'Do', 'do not': 'do' })[found] ?? found
      return changeOne(text, random, { pattern: /\b(?:never|Never|must not|Do not|do not)\b/g, change })
    }),
  },
]
