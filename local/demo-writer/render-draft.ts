import { restoreAtoms, type Draft, type Passage, type SentenceGroup } from './draft.ts'

/** The draft as masked Markdown. Unchanged passages are copied from the source byte for byte. */
export function renderDraft(draft: Draft, original: Draft): string {
  const edits = [
    ...draft.inserts.map(({ at, text }) => ({
      start: at,
      end: at,
      text: at >= draft.source.length ? `\n\n${text}` : `${text}\n\n`,
    })),
    ...draft.passages.flatMap((passage, index) => changePassage(draft, passage, original.passages[index])),
  ].toSorted((one, other) => one.start - other.start || one.end - other.end)
  let end = 0
  let text = ''
  for (const edit of edits) {
    text += draft.source.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return text + draft.source.slice(end)
}

function changePassage(
  draft: Draft,
  passage: Passage,
  original: Passage | undefined,
): { start: number; end: number; text: string }[] {
  const text = renderGroups(passage.groups)
  if (original && text === renderGroups(original.groups)) return []
  return [{ start: passage.start, end: passage.end, text: restoreAtoms(text, draft.atoms) }]
}

function renderGroups(groups: readonly SentenceGroup[]): string {
  let step = 0
  return groups
    .map(({ kind, sentences }, index) => {
      step = kind === 'step' ? step + 1 : 0
      const separator = index === 0 ? '' : step > 1 ? '\n' : '\n\n'
      return separator + (step > 0 ? `${step}. ` : '') + sentences.join(' ')
    })
    .join('')
}
