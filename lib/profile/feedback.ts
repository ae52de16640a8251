/** What a learner may say of a rewrite: closed lists, so that it can be counted. */
export const ratings = ['up', 'down'] as const
export type Rating = (typeof ratings)[number]

/** Why. */
export const feedbackReasons = ['too-simple', 'too-hard', 'unclear', 'wrong', 'other'] as const
export type FeedbackReason = (typeof feedbackReasons)[number]
