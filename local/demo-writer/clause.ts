/**
 * The English grammar that a rule needs before it cuts a sentence in two. All tests are conservative: they reject what
 * they do not recognise as a clause.
 */

const pronoun = /^(?:it|they|we|you|he|she|nobody|everyone|there)\b/i
const determiner = /^(?:the|a|an|its|their|our|your|his|her|this|these|those|each|every|one|no|most|some|many)\b/i
const finiteVerb =
  /^(?:is|are|was|were|has|have|had|can|cannot|could|will|would|must|may|might|should|does|do|did|needs|gets|makes|takes|gives|says|means|becomes|stays|keeps|comes|goes|grows|falls|begins|knows|sees|depends|remains|follows|reacts|wants|holds|loses|feels|happens|costs|tells|lets)$/
const verbWithinWords = 6

/** Openings of a subordinate clause or an order, on which the second half may depend. */
const dependentOpening =
  /^(?:if|when|while|because|although|though|since|after|before|once|as|unless|where|whenever|until|whether|whatever|even|now|first|next|not|neither|either|suppose|imagine|take|make|set|let|look|read|run|check|move|turn|use|put|change|give|add|press|think|start|ask|compare|remember|try|write|call|keep|notice|follow|open|type|pass|test|measure|push|pull|weigh|do|never|always|say|hold|stand|pick|choose|find|see|get|go|leave|stop|wait|tell|show|describe|close|raise|lower|name|picture|consider|note|increase|reduce|multiply|divide|connect|replace|send|plot|print|tune|draw)\b/i
const openScope = /\b(?:if|whether|unless|not only|in case|neither|either|both|says? that|means? that|assumes? that)\b/i

/** Whether a text can be a sentence by its subject and verb: "the next measurement is different". */
export function isClause(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (pronoun.test(text)) return words.length >= 3
  if (!determiner.test(text)) return false
  return words.slice(2, verbWithinWords + 1).some((word) => finiteVerb.test(word))
}

/** Whether a first half is complete without what follows it. */
export function standsAlone(text: string): boolean {
  if (dependentOpening.test(text) || openScope.test(text)) return false
  return (
    pronoun.test(text) ||
    text
      .trim()
      .split(/\s+/)
      .slice(1, verbWithinWords + 2)
      .some((word) => finiteVerb.test(word))
  )
}

/** Weaker than `standsAlone`, for conjunctions that join only clauses: it starts with a subject of its own. */
export function beginsWithSubject(text: string): boolean {
  return !dependentOpening.test(text) && !openScope.test(text) && (pronoun.test(text) || determiner.test(text))
}

/** What follows "Three details are worth copying." is the first of several sentences. */
const announcement = /^(?:two|three|four|five|several|some|a few|here)\b/i

/** Whether an author's sentence has a verb and is not an order, nor a fragment such as "No undo, no pause." */
export function isStatement(sentence: string): boolean {
  if (dependentOpening.test(sentence) || announcement.test(sentence)) return false
  const words = sentence.replace(/[.]$/, '').split(/\s+/)
  return (
    words.some((word) => finiteVerb.test(word)) ||
    (words.length >= 6 && (pronoun.test(sentence) || determiner.test(sentence)))
  )
}

export function isBalanced(text: string): boolean {
  const count = (character: string) => text.split(character).length
  return count('(') === count(')') && count('“') === count('”') && count('"') % 2 === 1
}

/** Words at the start of a sentence that refer to the one before it. */
const leaning =
  /^(?:it|they|this|that|these|those|he|she|its|their|his|her|both|such|neither|either|then|so|but|and|or|yet|instead|the (?:first|second|third|other|latter|former|same|rest|result)|another|one|each|two|three|nothing|here|there|only|even|also|still|again|otherwise|together|after that|for example|for instance)\b/i

/** Whether a sentence refers back, so that nothing may be put before it. */
export function leansOnTheSentenceBefore(sentence: string): boolean {
  const [beginning = ''] = /^(?:\S+\s+){0,6}/.exec(sentence) ?? []
  return leaning.test(sentence) || /\b(?:it|its|they|their|them|this|these|those|such)\b/i.test(beginning)
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
