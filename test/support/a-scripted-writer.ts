import { unknownUsage, type Writer, type WritingEnd } from '../../lib/llm/writer.ts'
import type { WritingTask } from '../../lib/prompt/writing-task.ts'
import type { Gate } from './create-gate.ts'

interface WriterScript {
  readonly task: WritingTask
  /** A word in the first sentence that identifies this writer's text. */
  readonly word: string
  /** Where it stops in the middle of its text. */
  readonly gate?: Gate
  /** `unreachable` ends without a word; `model-unavailable` after the text. */
  readonly ending?: 'whole' | 'without-slots' | 'model-unavailable' | 'unreachable'
}

/** A writer without a model that counts its calls: the section as it is, with one sentence in front. */
export interface ScriptedWriter extends Writer {
  readonly text: string
  readonly calls: () => number
}

export function aScriptedWriter({ task, word, gate, ending = 'whole' }: WriterScript): ScriptedWriter {
  let calls = 0
  const whole = `This is the part that the ${word} writer tells.\n\n${task.masked.text}`
  const text = ending === 'without-slots' ? whole.replaceAll(/\[\[slot:k\d+\]\]/g, '') : whole
  const end: WritingEnd =
    ending === 'model-unavailable' || ending === 'unreachable'
      ? { whole: false, reason: 'model-unavailable', usage: unknownUsage }
      : { whole: true, usage: unknownUsage }
  return {
    model: { name: word, demo: false },
    text,
    calls: () => calls,
    async *write() {
      calls += 1
      if (ending === 'unreachable') return end
      yield text.slice(0, 20)
      await gate?.pass()
      yield text.slice(20)
      return end
    },
  }
}
