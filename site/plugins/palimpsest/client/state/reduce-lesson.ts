import { unwrittenSections } from './count-sections.ts'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import {
  type LessonStart,
  type SectionBlock,
  type SectionEnd,
  sumProofs,
  type WireEvent,
} from '../../../../../lib/contract/index.ts'
import {
  askingLesson,
  isResolved,
  pendingSection,
  type LessonState,
  type SectionState,
  type LessonError,
} from './lesson-state.ts'

/** What happens to a lesson; an `error` event is thrown instead. */
export type LessonEvent = Exclude<WireEvent, { event: 'error' }>

/** What is known of a lesson from an earlier reading on this device. */
export type Restored = Pick<
  LessonState,
  'order' | 'sections' | 'model' | 'recipe' | 'language' | 'generatedAt' | 'changed'
>

/** A section rewritten once more, whole. */
export type SectionRewrite = Pick<
  SectionState,
  'blocks' | 'heading' | 'proof' | 'key' | 'writtenAt' | 'level' | 'variant'
>

export type LessonAction =
  /** The reader asks, or asks again. */
  | { readonly type: 'asked' }
  /** The learner's answers are others now: nothing that is here was written for them. */
  | { readonly type: 'reset' }
  | { readonly type: 'restored'; readonly lesson: Restored }
  /** A finished version came by its key. */
  | { readonly type: 'found'; readonly key: string; readonly events: readonly LessonEvent[] }
  | { readonly type: 'received'; readonly event: LessonEvent }
  /** The connection broke off, and the page asks again by itself. */
  | { readonly type: 'interrupted'; readonly error: LessonError }
  /** The page asks no longer. */
  | { readonly type: 'stopped'; readonly error: LessonError }
  /** The sections that are as written because of a passing error are to be asked for again. */
  | { readonly type: 'reopened' }
  /** The sections that the author changed are asked for. */
  | { readonly type: 'updating' }
  | { readonly type: 'original-shown'; readonly section: string; readonly shown: boolean }
  | { readonly type: 'rewriting'; readonly section: string }
  | { readonly type: 'rewritten'; readonly section: string; readonly rewrite: SectionRewrite }
  | { readonly type: 'rewriting-failed'; readonly section: string; readonly error: LessonError }

/** The next state of a lesson's personalized view. Pure: the page, the tests and a replay see the same. */
export function reduceLesson(state: LessonState, action: LessonAction): LessonState {
  switch (action.type) {
    case 'asked':
      return finish({ ...state, phase: 'planning', sections: resolvedOnly(state), error: undefined })
    case 'reset':
      return askingLesson
    case 'restored':
      return finish({ ...state, ...action.lesson, from: 'this-device' })
    case 'found':
      return { ...action.events.reduce(receive, state), found: action.key }
    case 'received':
      return receive(state, action.event)
    case 'interrupted':
      return finish({ ...state, phase: 'resuming', sections: resolvedOnly(state), error: action.error })
    case 'stopped':
      return finish({ ...state, phase: 'failed', sections: resolvedOnly(state), error: action.error })
    case 'reopened':
      return { ...state, sections: without(state.sections, unwrittenSections(state)) }
    case 'updating':
      return { ...state, changed: [], sections: without(state.sections, state.changed) }
    case 'original-shown':
      return changeSection(state, action.section, { originalShown: action.shown })
    case 'rewriting':
      return changeSection(state, action.section, { rewriting: true, rewritingError: undefined })
    case 'rewritten':
      return addUp(changeSection(state, action.section, { ...action.rewrite, ...justRewritten }))
    case 'rewriting-failed':
      return changeSection(state, action.section, { rewriting: false, rewritingError: action.error })
  }
}

const justRewritten = { phase: 'rewritten', reason: undefined, originalShown: false, rewriting: false } as const

function receive(state: LessonState, event: LessonEvent): LessonState {
  switch (event.event) {
    case 'lesson-start':
      return start(state, event.data)
    case 'section-block':
      return addBlock(state, event.data)
    case 'section-end':
      return endSection(state, event.data)
    case 'lesson-end':
      return finish({ ...state, generatedAt: event.data.generated_at })
  }
}

/** A lesson is done when nothing of it is missing, whatever happened on the way. */
function finish(state: LessonState): LessonState {
  const { order, sections } = state
  const complete = order.length > 0 && order.every(({ id }) => isResolved(sections[id]))
  return complete ? addUp({ ...state, phase: 'done', error: undefined }) : state
}

/** Here and not by the server, whose sum is of one request: a lesson may have come in several, and be rewritten in parts. */
function addUp(state: LessonState): LessonState {
  const proofs = state.order.flatMap(({ id }) => {
    const section = state.sections[id]
    return id !== forYouSection && section?.phase === 'rewritten' && section.proof ? [section.proof] : []
  })
  return { ...state, proof: sumProofs(proofs) }
}

/** A request may name only what is missing, so what is known stays and keeps its place. */
function start(state: LessonState, { sections, model, recipe, language }: LessonStart): LessonState {
  const planned = new Map(sections.map(({ id, heading }) => [id, { id, heading }]))
  const known = new Set(state.order.map(({ id }) => id))
  const added = sections.filter(({ id }) => !known.has(id)).map(({ id, heading }) => ({ id, heading }))
  const note = added.filter(({ id }) => id === forYouSection)
  const others = added.filter(({ id }) => id !== forYouSection)
  const coming = sections.filter(({ id }) => !isResolved(state.sections[id]))
  return {
    ...state,
    phase: 'streaming',
    error: undefined,
    found: undefined,
    order: [...note, ...state.order.map((part) => planned.get(part.id) ?? part), ...others],
    sections: { ...state.sections, ...Object.fromEntries(coming.map((section) => [section.id, planSection(section)])) },
    from: 'server',
    model,
    recipe,
    language,
  }
}

function planSection({ state, facets, level, variant }: LessonStart['sections'][number]): SectionState {
  return { ...pendingSection, phase: state === 'waiting' ? 'waiting' : 'pending', facets, level, variant }
}

function addBlock(state: LessonState, { section, index, markdown }: SectionBlock): LessonState {
  const known = state.sections[section]
  if (isResolved(known)) {
    return state
  }
  const blocks = [...(known?.blocks ?? [])]
  blocks[index] = markdown
  return changeSection(state, section, { phase: 'arriving', blocks: Array.from(blocks, (block) => block ?? '') })
}

function endSection(state: LessonState, end: SectionEnd): LessonState {
  const { section, source, reason, heading, markdown, proof, key, written_at: writtenAt } = end
  const blocks = markdown === undefined ? (state.sections[section]?.blocks ?? []) : [markdown]
  const change: Partial<SectionState> =
    source === 'original' || blocks.length === 0
      ? { phase: 'original', blocks: [], reason, heading: undefined }
      : { phase: 'rewritten', blocks, reason: undefined, heading }
  return changeSection(state, section, { ...change, proof, key, writtenAt })
}

/** Half a section is not shown: what is not finished goes back to the author's text. */
function resolvedOnly({ sections }: LessonState): LessonState['sections'] {
  return Object.fromEntries(Object.entries(sections).filter(([, section]) => isResolved(section)))
}

function without(sections: LessonState['sections'], ids: readonly string[]): LessonState['sections'] {
  return Object.fromEntries(Object.entries(sections).filter(([id]) => !ids.includes(id)))
}

function changeSection(state: LessonState, id: string, change: Partial<SectionState>): LessonState {
  const section = { ...pendingSection, ...state.sections[id], ...change }
  return { ...state, sections: { ...state.sections, [id]: section } }
}
