import type { Language } from '../language.ts'

/** English. Its words of questions and pages stand where they are used, in the questionnaire and in the code. */
export const en: Language = {
  code: 'en',
  english: 'English',
  native: 'English',
  direction: 'ltr',
  letter: /\p{Script=Latin}/u,
  scriptShareMin: 0.9,
  commonWords: new Set(
    'the of and to a in is it that for on with as are be this by an or from at which not you can its one when has have will what how their they than then each so if but your we into only more no all do does'.split(
      ' ',
    ),
  ),
  negation:
    /(?<![\p{L}\p{N}])(?:not|never|no|nor|neither|none|nothing|nobody|cannot|without|\p{L}+n['’]t)(?![\p{L}\p{N}])/giu,
  comma: ', ',
  guidance: 'Write in English.',
  phrases: {
    next: 'Continue',
    finish: 'Finish',
    back: 'Back',
    later: 'Not now',
    chooseOne: 'Choose one to go on.',
    chooseSome: 'Choose at least one to go on.',
    soFar: 'So far',
    sending: 'Keeping your answers…',
    questionOf: 'Question {number} of {count}',
  },
}
