/** Ratings of a rewrite: closed lists, so that they can be counted. */
export const ratings = ['up', 'down'] as const
export type Rating = (typeof ratings)[number]

/** Reasons for a rating. */
export const feedbackReasons = ['too-simple', 'too-hard', 'unclear', 'wrong', 'other'] as const
export type FeedbackReason = (typeof feedbackReasons)[number]
