/** The database: its tables, and all SQL by noun. */
export { countAll, countRewrites, findUsedToday } from './cache-stats-queries.ts'
export { createDatabase, type DatabaseOptions } from './create-database.ts'
export { isDatabaseUnavailable } from './database-unavailable.ts'
export type { Database } from './database.ts'
export { describeUnavailable } from './describe-unavailable.ts'
export { removeFeedback, storeFeedback } from './feedback-queries.ts'
export { findReading, type FoundRewrite, type Reading } from './find-reading.ts'
export type { ReadingQuery } from './reading-query.ts'
export { findVersion, type LessonVersion } from './find-version.ts'
export { reporting, reportInsights } from './insights-queries.ts'
export { countReady, dropRewrites, findReady, type PageStart, type ReadyRewrite } from './judged-rewrites.ts'
export { addKey, type ListedKey, listKeys, type NewKey, revokeKey } from './key-queries.ts'
export { eraseLearner, exportLearner } from './learner-data-queries.ts'
export { storeGivenVersion } from './learner-lesson-queries.ts'
export {
  extendReservation,
  findRewrites,
  type Lease,
  leaseSeconds,
  renewalMilliseconds,
  renewLease,
  type Rest,
  type RewriteRow,
  storeFailure,
  storeRejection,
  storeRewrite,
  takeLease,
  wasStored,
} from './lease-queries.ts'
export { findCurrentLessons, findPublishedSlug, findVersionsOf } from './lesson-queries.ts'
export { type ParsedManifest, parseManifest } from './parse-manifest.ts'
export { type Published, publishLessons } from './publish-lessons.ts'
export { findLessonNames, readInsights } from './read-insights.ts'
export { countReaders, findProfilesInUse, type ProfileInUse } from './reader-queries.ts'
export { commitTokens } from './quota-queries.ts'
export type { StoredRewrite } from './stored-rewrite.ts'
export { countSweepable, type Retention, sweptKinds } from './sweep-queries.ts'
export { sweepDatabase } from './sweep.ts'
export { redeemTransfer, storeTransfer, type Transfer } from './transfer-queries.ts'
export { countReadyOf, findPastUsage, type PastUsage } from './usage-queries.ts'
export { useKey } from './use-key.ts'
export {
  createUser,
  findPreferences,
  findUser,
  forgetVersions,
  type Preferences,
  replacePreferences,
  storePreferences,
} from './user-queries.ts'
