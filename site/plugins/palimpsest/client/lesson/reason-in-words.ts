import type { OriginalReason } from '../../../../../lib/rewrite/wire-events.ts'

const changedProtected = 'the rewrite did not keep every protected part in its place'
const invented = 'the rewrite named something that is not in the original'
const wrongLength = 'the rewrite left out or added too much'
const badForm = 'the rewrite was not in a form that can be shown'
const unreachable = 'the writer could not be reached'

const words: Record<OriginalReason, string> = {
  'no-prose': 'there is no prose in it to adapt',
  locked: 'the author wants it read as it is',
  'slot-missing': changedProtected,
  'slot-unknown': changedProtected,
  'slot-repeated': changedProtected,
  'slot-order': changedProtected,
  'slot-placement': changedProtected,
  'link-unknown': 'the rewrite pointed to somewhere the original does not',
  'link-missing': 'the rewrite lost a link of the original',
  'table-changed': 'the rewrite changed a table',
  'steps-missing': 'the rewrite left out a step',
  'warning-changed': 'the rewrite lost something that a warning says',
  html: badForm,
  'hidden-character': badForm,
  'lookalike-letter': badForm,
  'invented-identifier': invented,
  'invented-measurement': 'the rewrite gave a measurement that is not in the original',
  'negation-lost': 'the rewrite said the opposite of the original',
  'wrong-language': 'the rewrite was not in your language',
  'term-translated': 'the rewrite translated a technical term that should stay',
  'too-short': wrongLength,
  'too-long': wrongLength,
  'cut-off': 'the rewrite broke off',
  repetition: 'the rewrite repeated itself',
  'meta-text': 'the writer wrote about its task and not about the lesson',
  fenced: badForm,
  malformed: badForm,
  'heading-missing': 'the rewrite came without its heading',
  empty: 'the writer sent nothing',
  'model-stopped-early': 'the writer stopped in the middle',
  'model-refused': 'the writer declined to rewrite it',
  'model-unavailable': unreachable,
  'model-timeout': 'the writer took too long',
  'database-unavailable': 'the server could not look up its versions',
  'waited-too-long': 'another request is still writing it',
}

/** Why a section stands as the author wrote it, as the end of a sentence. */
export function reasonInWords(reason: OriginalReason | undefined): string {
  return words[reason ?? 'no-prose']
}
