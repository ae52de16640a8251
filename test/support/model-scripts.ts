import type { ModelCall } from './model-call.ts'

/** What a scripted model does with one call. */
export interface ScriptedAnswer {
  readonly status?: number
  readonly text?: string
  readonly finish?: 'stop' | 'length' | 'content_filter'
  /** Milliseconds between two pieces of the text. */
  readonly pause?: number
}

type Script = (call: ModelCall, masked: string) => ScriptedAnswer

const note = 'This lesson matters to you because it shows how the parts of a robot work together, step by step.'

/** The section as it is, with one sentence in front: a rewrite that the verifier accepts. */
const echo = (call: ModelCall, masked: string): string =>
  call.section === 'for-you' ? note : `This is the part that you asked for.\n\n${masked}`

/** Markdown reads all of it as text. */
const actingSentences =
  'So <img/src=x onerror=alert(origin)> it {alert(origin)} is <!-- said {/* here\nimport a from "b"\nexport const a, and :script[alert(origin)]{src=x} ends it <svg/onload=alert(origin)//.'

const urduNote =
  'یہ سبق آپ کے لیے اس لیے اہم ہے کہ یہ دکھاتا ہے کہ robot کے حصے مل کر کیسے کام کرتے ہیں اور آپ انہیں کیسے سمجھ سکتے ہیں۔'

const urduProse: Readonly<Record<string, string>> = {
  _opening: `ایک robot اس لیے حرکت کرتا ہے کہ motor گھومتی ہے اور joint اس گھومنے کو پورے بازو کی کام کی حرکت میں بدل دیتا ہے۔`,
  torque: `## Torque کیا ہے

motor جو گھمانے والی قوت دیتی ہے اسے torque کہتے ہیں۔ 12 V پر ہماری motor 0.5 N·m دیتی ہے، اور [gears](link:1) اسے اور بڑھا دیتے ہیں۔

[[slot:k1]]

یہ formula کہتا ہے کہ اگر بازو لمبا ہو تو ہاتھ پر اتنی ہی قوت کے لیے زیادہ torque چاہیے، اور اسی لیے بازو ہلکے بنائے جاتے ہیں۔`,
  code: `## Code میں

\`turn\` نام کا function motor کو ایک حکم بھیجتا ہے اور اس وقت تک رکتا ہے جب تک motor جواب نہ دے۔

[[slot:k1]]

یہ وہی بتاتا ہے جو motor کہتی ہے، تاکہ بلانے والا دیکھ سکے کہ joint اپنے زاویے پر پہنچ گیا ہے یا نہیں۔`,
  danger: `## خطرہ

:::danger[دبنے کی جگہیں]

جب motor چل رہی ہو تو اپنی انگلیاں joint سے دور رکھیں، کیونکہ یہ بہت زور سے بند ہوتا ہے۔

:::`,
}

/** The lesson of `a-lesson.ts` in Urdu, its terms in English: what a good translation looks like. */
const urdu = ({ section }: ModelCall): string => (section === 'for-you' ? urduNote : (urduProse[section] ?? ''))

const withoutSlots = (text: string): string => text.replace(/\[\[slot:k\d+\]\]/g, '')

const called = new Set<string>()

function isFirstOf({ model, section }: ModelCall): boolean {
  const before = called.size
  return called.add(`${model} ${section}`).size > before
}

export const scripts: Readonly<Record<string, Script>> = {
  echo: (call, masked) => ({ text: echo(call, masked) }),
  slow: (call, masked) => ({ text: echo(call, masked), pause: 20 }),
  /** Loses the slots at first, and puts them back when asked to. */
  mends: (call, masked) => ({ text: call.repair ? echo(call, masked) : withoutSlots(echo(call, masked)) }),
  /** Loses the slots each time. */
  'never-mends': (call, masked) => ({ text: withoutSlots(echo(call, masked)) }),
  /** Loses the slots, and cannot be reached when it is asked to mend that. */
  'fails-at-repair': (call, masked) => (call.repair ? { status: 400 } : { text: withoutSlots(echo(call, masked)) }),
  /** Loses the slots of one section each time. */
  'slots-lost-in-code': (call, masked) => ({
    text: call.section === 'code' ? withoutSlots(echo(call, masked)) : echo(call, masked),
  }),
  'stops-early': (call, masked) => ({ text: echo(call, masked).slice(0, 60), finish: 'length' }),
  refuses: () => ({ text: 'I cannot', finish: 'content_filter' }),
  /** Is too busy for the first call of each section. */
  busy: (call, masked) => (isFirstOf(call) ? { status: 429 } : { text: echo(call, masked) }),
  silent: () => ({ text: '' }),
  fails: () => ({ status: 400 }),
  urdu: (call) => ({ text: urdu(call) }),
  /** Leaves no blank line under the translated heading. */
  'urdu-tight': (call) => ({ text: urdu(call).replace(/^(## .*)\n\n/, '$1\n') }),
  /** Adds a link of its own to every text. */
  links: (call, masked) => ({ text: `${echo(call, masked)}\n\nMore is at [our shop](https://shop.example).` }),
  /** Writes into every text what would act as HTML or as MDX. */
  acts: (call, masked) => ({ text: `${echo(call, masked)} ${actingSentences}` }),
  chats: (call, masked) => ({ text: `Here is the rewritten section:\n\n${echo(call, masked)}` }),
}
