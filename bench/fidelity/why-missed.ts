/** Why a fault of the catalogue can reach a reader, in the guide's words; by the fault's name. */
export const whyMissed: Readonly<Record<string, string>> = {
  'number-word-changed':
    'The rewrite counts more things than its author does ("three things follow"), which it may. One of its small numbers can then become another that the section has as well.',
  'negation-dropped':
    'The translation says no more often than its author elsewhere in the paragraph, so the one that is gone is not missed in the count.',
  'negation-added':
    'The sentence uses other words than the author\'s, and good rewrites say no where the author does not ("it does not guess" for "it measures"). An opening note has no sentence of the author to be held against.',
  'identifier-changed':
    'The changed name is one of the author as well: `JointState()` stands in the code of the lesson whose text says `JointState`.',
  'term-translated':
    'The opening note owes no terms: it is written from the outline of the lesson, and chooses what it names.',
  'cut-after-block':
    'The last paragraphs of a translation, with no figure, number or term that would be missed; what is left is long enough.',
  'block-dropped':
    'The words of the paragraph stand elsewhere in the section as well, or it was left out of a translation and had no figure, number or term that would be missed.',
}
