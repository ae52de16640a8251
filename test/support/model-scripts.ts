import type { ModelCall } from './scripted-model.ts'

/** What a scripted model does with one call. */
export interface ScriptedAnswer {
  readonly status?: number
  readonly text?: string
  readonly finish?: 'stop' | 'length' | 'content_filter'
}

type Script = (call: ModelCall, masked: string) => ScriptedAnswer

const note = 'This lesson matters to you because it shows how the parts of a robot work together, step by step.'

/** The section as it is, with one sentence in front: a rewrite that the verifier accepts. */
const echo = (call: ModelCall, masked: string): string =>
  call.section === 'for-you' ? note : `This is the part that you asked for.\n\n${masked}`

const withoutSlots = (text: string): string => text.replace(/\[\[slot:k\d+\]\]/g, '')

export const scripts: Readonly<Record<string, Script>> = {
  echo: (call, masked) => ({ text: echo(call, masked) }),
  /** Loses the slots at first, and mends that when it is told. */
  mends: (call, masked) => ({ text: call.repair ? echo(call, masked) : withoutSlots(echo(call, masked)) }),
  /** Loses the slots each time. */
  'never-mends': (call, masked) => ({ text: withoutSlots(echo(call, masked)) }),
  'stops-early': (call, masked) => ({ text: echo(call, masked).slice(0, 60), finish: 'length' }),
  refuses: () => ({ text: 'I cannot', finish: 'content_filter' }),
  silent: () => ({ text: '' }),
  fails: () => ({ status: 400 }),
  chats: (call, masked) => ({ text: `Here is the rewritten section:\n\n${echo(call, masked)}` }),
}
