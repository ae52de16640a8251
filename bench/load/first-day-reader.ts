import { createParser } from 'eventsource-parser'
import type { Answers } from '../../lib/profile/index.ts'
import type { SectionBlock, SectionEnd } from '../../lib/contract/index.ts'
import { usualAnswers } from '../testbed/create-reader.ts'

/** How one reader came through one lesson. */
export interface LessonRead {
  /** What refused the lesson as a whole, or broke it off; undefined for one that arrived whole. */
  readonly refusal?: string
  /** Why each section stands as written that should not. */
  readonly originals: readonly string[]
  /** Milliseconds from the request to the first text for this reader, and to the lesson's end. */
  readonly firstText: number
  readonly whole: number
}

export interface FirstDay {
  readonly url: string
  /** The network that the reader comes from. */
  readonly address: string
  readonly answers: Answers
  readonly slugs: readonly string[]
}

/** Answers that differ in what sections depend on, the first ones most alike in what is hard or easy for their reader. */
const choices: readonly Partial<Answers>[][] = [
  [{ robotics_background: true }, { robotics_background: false }],
  [{ education_level: 'undergraduate' }, { education_level: 'high_school' }, { education_level: 'graduate' }],
  [
    { programming_experience: 'intermediate' },
    { programming_experience: 'beginner' },
    { programming_experience: 'none' },
    { programming_experience: 'advanced' },
  ],
  [
    { ai_ml_experience: 'basic' },
    { ai_ml_experience: 'intermediate' },
    { ai_ml_experience: 'none' },
    { ai_ml_experience: 'advanced' },
  ],
]

/** Every sort of reader that lessons are distinguished for: 96. */
export const sorts: readonly Answers[] = choices.reduce<Answers[]>(
  (all, next) => next.flatMap((answer) => all.map((answers) => ({ ...answers, ...answer }))),
  [usualAnswers],
)

/** Why a section may stand as its author wrote it. */
const rightful = new Set<string>(['no-prose', 'locked'])

/** Comes to the site for the first time, answers the questions, and reads one lesson after the other; asks for nothing twice. */
export async function readFirstDay(day: FirstDay): Promise<LessonRead[]> {
  const id = crypto.randomUUID()
  const refusal =
    (await refusalOf(send(day, '/api/user/create', { user_id: id }))) ??
    (await refusalOf(send(day, '/api/onboarding', { user_id: id, ...day.answers })))
  if (refusal !== undefined) return day.slugs.map(() => broken(refusal))
  const reads: LessonRead[] = []
  for (const slug of day.slugs) reads.push(await readLesson(day, id, slug))
  return reads
}

const broken = (refusal: string): LessonRead => ({ refusal, originals: [], firstText: Number.NaN, whole: Number.NaN })

function send({ url, address }: FirstDay, path: string, body: unknown, learner?: string): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream, application/json',
      'x-reader-address': address,
      ...(learner === undefined ? {} : { 'x-user-id': learner }),
    },
    body: JSON.stringify(body),
  })
}

async function refusalOf(sent: Promise<Response>): Promise<string | undefined> {
  try {
    const response = await sent
    if (!response.ok) return await nameRefusal(response)
    await response.body?.cancel()
    return undefined
  } catch (error) {
    return nameBreak(error)
  }
}

const nameBreak = (error: unknown): string => `broken off: ${error instanceof Error ? error.message : String(error)}`

async function nameRefusal(response: Response): Promise<string> {
  const { error } = (await response.json()) as { readonly error?: string }
  return `${response.status} ${error ?? ''}`
}

async function readLesson(day: FirstDay, learner: string, lesson_slug: string): Promise<LessonRead> {
  const began = performance.now()
  const originals: string[] = []
  let firstText = Number.NaN
  let whole = Number.NaN
  const hear = (name: string, data: unknown): void => {
    if (name === 'lesson-end') whole = performance.now() - began
    const { source, reason = '' } = data as Partial<SectionEnd>
    if (name === 'section-end' && source === 'original' && !rightful.has(reason)) originals.push(reason)
    const isText = name === 'section-end' ? source === 'rewrite' : (data as Partial<SectionBlock>).index === 0
    if (isText && Number.isNaN(firstText)) firstText = performance.now() - began
  }
  try {
    const response = await send(day, '/api/personalize', { lesson_slug }, learner)
    if (!response.ok) return broken(await nameRefusal(response))
    const parser = createParser({ onEvent: ({ event = '', data }) => hear(event, JSON.parse(data)) })
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) parser.feed(text)
    return Number.isNaN(whole) ? broken('the stream ended early') : { originals, firstText, whole }
  } catch (error) {
    return broken(nameBreak(error))
  }
}
