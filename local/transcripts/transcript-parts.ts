import { erasureSteps } from './erasure-steps.ts'
import { errorSteps } from './error-steps.ts'
import { lessonSteps } from './lesson-steps.ts'
import { operatorSteps } from './operator-steps.ts'
import { profileSteps } from './profile-steps.ts'
import type { TranscriptPart } from './transcript-step.ts'

/** Every request of the transcript, in the order in which it is sent: later ones build on earlier ones. */
export const transcriptParts: readonly TranscriptPart[] = [
  { heading: 'A learner and a profile', steps: profileSteps },
  { heading: 'A lesson', steps: lessonSteps },
  { heading: 'Errors', steps: errorSteps },
  { heading: 'The operator', steps: operatorSteps },
  { heading: 'The end', steps: erasureSteps },
]
