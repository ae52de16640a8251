/** A learner's answers, their keys, and the languages. */
export { type Answers, answersEntries, answersSchema, type QuestionId } from './answers.ts'
export { describeVariants } from './count-variants.ts'
export { type FeedbackReason, feedbackReasons, type Rating, ratings } from './feedback.ts'
export { everyLanguage, getLanguage, isLanguage } from './get-language.ts'
export { everyPack, getPack } from './get-pack.ts'
export { storedData, type StoredTable } from './stored-data.ts'
export type { Phrases } from './language.ts'
export type { LanguagePack, RewriteWords, TranslationWords } from './language-pack.ts'
export { localiseQuestion } from './localise-question.ts'
export { buildProfileKeys, facetsOf, pickFacets, type ProfileKeys } from './profile-keys.ts'
export { type Choice, type Question, questionnaire } from './questionnaire.ts'
export { levelOf } from './level-of.ts'
export {
  encodeTransferCode,
  normaliseTransferCode,
  transferCodePattern,
  transferCodeSymbols,
  transferMinutes,
} from './transfer-code.ts'
