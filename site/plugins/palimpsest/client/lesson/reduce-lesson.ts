import {
  forYouSection,
  type LessonStart,
  type SectionBlock,
  type SectionEnd,
  type WireEvent,
} from '../../../../../lib/rewrite/wire-events.ts'
import { isSettled, pendingSection, type LessonState, type SectionState, type Trouble } from './lesson-state.ts'

export type LessonAction =
  | { readonly type: 'asked' }
  | { readonly type: 'received'; readonly event: WireEvent }
  | { readonly type: 'stopped'; readonly trouble: Trouble }
  | { readonly type: 'peeked'; readonly section: string; readonly peeked: boolean }
  | { readonly type: 'updating' }
  | { readonly type: 'retelling'; readonly section: string }
  | { readonly type: 'retold'; readonly section: string; readonly telling: Telling }
  | { readonly type: 'retelling-stopped'; readonly section: string; readonly trouble: Trouble }

/** A section told anew, whole. */
export type Telling = Pick<SectionState, 'blocks' | 'heading' | 'proof' | 'key' | 'writtenAt' | 'dial' | 'take'>

const endedEarly: Trouble = {
  code: 'ended-early',
  message: 'The connection ended before every section had arrived.',
  retryable: true,
}

/** The next state of a lesson's personalized view. Pure: the page, the tests and a replay see the same. */
export function reduceLesson(state: LessonState, action: LessonAction): LessonState {
  switch (action.type) {
    case 'asked':
      return { ...state, phase: 'planning', sections: settledOnly(state), trouble: undefined }
    case 'received':
      return receive(state, action.event)
    case 'stopped':
      return fail(state, action.trouble)
    case 'peeked':
      return changeSection(state, action.section, { peeked: action.peeked })
    case 'updating':
      return { ...state, changed: [], sections: without(state.sections, state.changed) }
    case 'retelling':
      return changeSection(state, action.section, { retelling: true, failedRetelling: undefined })
    case 'retold':
      return changeSection(state, action.section, {
        ...action.telling,
        phase: 'rewritten',
        reason: undefined,
        peeked: false,
        retelling: false,
      })
    case 'retelling-stopped':
      return changeSection(state, action.section, { retelling: false, failedRetelling: action.trouble })
  }
}

function receive(state: LessonState, event: WireEvent): LessonState {
  switch (event.event) {
    case 'lesson-start':
      return start(state, event.data)
    case 'section-block':
      return addBlock(state, event.data)
    case 'section-end':
      return settle(state, event.data)
    case 'lesson-end':
      return state.order.every(({ id }) => isSettled(state.sections[id]))
        ? { ...state, phase: 'done', generatedAt: event.data.generated_at }
        : fail(state, endedEarly)
    case 'error':
      return fail(state, { code: event.data.error, message: event.data.message, retryable: event.data.retryable })
  }
}

/** A retry names only what is missing, so what is known stays and keeps its place. */
function start(state: LessonState, { sections, model, recipe, language }: LessonStart): LessonState {
  const known = new Set(state.order.map(({ id }) => id))
  const added = sections.filter(({ id }) => !known.has(id)).map(({ id, heading }) => ({ id, heading }))
  const note = added.filter(({ id }) => id === forYouSection)
  const others = added.filter(({ id }) => id !== forYouSection)
  const pending = sections
    .filter(({ id }) => !isSettled(state.sections[id]))
    .map(({ id, state: planned }) => [id, planSection(planned)] as const)
  return {
    ...state,
    phase: 'streaming',
    order: [...note, ...state.order, ...others],
    sections: { ...state.sections, ...Object.fromEntries(pending) },
    from: 'server',
    model,
    recipe,
    language,
  }
}

function planSection(planned: LessonStart['sections'][number]['state']): SectionState {
  return planned === 'waiting' ? { ...pendingSection, phase: 'waiting' } : pendingSection
}

function addBlock(state: LessonState, { section, index, markdown }: SectionBlock): LessonState {
  const known = state.sections[section]
  if (isSettled(known)) {
    return state
  }
  const blocks = [...(known?.blocks ?? [])]
  blocks[index] = markdown
  return changeSection(state, section, { phase: 'arriving', blocks: Array.from(blocks, (block) => block ?? '') })
}

function settle(state: LessonState, { section, source, reason, heading, markdown, proof }: SectionEnd): LessonState {
  const blocks = markdown === undefined ? (state.sections[section]?.blocks ?? []) : [markdown]
  if (source === 'original' || blocks.length === 0) {
    return changeSection(state, section, { phase: 'kept', blocks: [], reason, proof, heading: undefined })
  }
  return changeSection(state, section, { phase: 'rewritten', blocks, heading, proof, reason: undefined })
}

function fail(state: LessonState, trouble: Trouble): LessonState {
  return { ...state, phase: 'failed', sections: settledOnly(state), trouble }
}

function without(sections: LessonState['sections'], ids: readonly string[]): LessonState['sections'] {
  return Object.fromEntries(Object.entries(sections).filter(([id]) => !ids.includes(id)))
}

/** Half a section is not shown: what has not settled goes back to the author's text. */
function settledOnly({ sections }: LessonState): LessonState['sections'] {
  return Object.fromEntries(Object.entries(sections).filter(([, section]) => isSettled(section)))
}

function changeSection(state: LessonState, id: string, change: Partial<SectionState>): LessonState {
  const section = { ...pendingSection, ...state.sections[id], ...change }
  return { ...state, sections: { ...state.sections, [id]: section } }
}
