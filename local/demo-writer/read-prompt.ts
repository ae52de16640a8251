import {
  shiftedLevels,
  type ShiftedLevel,
  type TaskLesson,
  type TaskSlot,
  type TaskTerm,
  type DemoTask,
} from './writing-task.ts'

/** One message of a chat, its text parts joined. */
export interface ChatMessage {
  readonly role: string
  readonly text: string
}

/** The prompt is not this product's; the message says what is missing. */
export class UnreadablePromptError extends Error {
  override readonly name = 'UnreadablePromptError'
}

/**
 * Parses the prompt of `lib/prompt/build-prompt.ts`; the only file that knows its format. Throws
 * `UnreadablePromptError` if a required part is missing.
 */
export function readPrompt(messages: readonly ChatMessage[]): DemoTask {
  const system = messages
    .filter((message) => isInstruction(message.role))
    .map((message) => message.text)
    .join('\n\n')
  const request = messages.find((message) => message.role === 'user')?.text ?? ''
  const section = readElement(afterElement(request, 'slots'), 'section')
  if (!section) throw new UnreadablePromptError('Send a user message with a <section id="…"> element: none was found.')
  return {
    task: readText(request, 'task') === 'note' ? 'note' : 'section',
    lesson: readLesson(system),
    reader: readFacets(readText(request, 'reader')),
    level: readLevel(readText(request, 'dial')),
    variant: readVariant(readText(request, 'take')),
    slots: readSlots(readText(request, 'slots')),
    section: {
      id: section.attributes['id'] ?? '',
      heading: section.attributes['heading'] ?? '',
      text: unescapeText(section.content),
    },
    repair: messages.some((message) => message.role === 'user' && message.text.includes('<findings>')),
  }
}

interface Element {
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string
}

function isInstruction(role: string): boolean {
  return role === 'system' || role === 'developer'
}

/** The instructions may mention `<lesson>` too, so only a tag at the start of a line counts, and of those the last. */
function readLesson(system: string): TaskLesson {
  const start = system.search(/^<lesson\s(?![\s\S]*^<lesson\s)/m)
  const lesson = start < 0 ? null : readElement(system.slice(start), 'lesson')
  return {
    title: lesson?.attributes['title'] ?? '',
    language: lesson?.attributes['language'] ?? 'en',
    outline: lines(readText(lesson?.content ?? '', 'outline')).map(withoutListMarker),
    glossary: lines(readText(lesson?.content ?? '', 'glossary')).flatMap(readTerm),
  }
}

function withoutListMarker(line: string): string {
  return line.replace(/^(?:[-*]|#+|\d+[.)])\s+/, '')
}

function readTerm(line: string): TaskTerm[] {
  const [term = '', aliases = '', plain = '', comparison = ''] = unescapeText(line)
    .split(' | ')
    .map((part) => part.trim())
  if (!term || !plain) return []
  return [
    {
      term,
      aliases: aliases
        .split(',')
        .map((alias) => alias.trim())
        .filter(Boolean),
      plain,
      comparison,
    },
  ]
}

/** `question: answer`, then in parentheses what the answer means. */
function readFacets(text: string): Record<string, string> {
  return Object.fromEntries(
    lines(text).flatMap((line) => {
      const colon = line.indexOf(':')
      if (colon < 0) return []
      const [answer = ''] = line.slice(colon + 1).split('  (', 1)
      return [[line.slice(0, colon).trim(), answer.trim()]]
    }),
  )
}

function readLevel(text: string): ShiftedLevel {
  return shiftedLevels.find((level) => level === text) ?? 'as-is'
}

function readVariant(text: string): number {
  return /^[012]$/.test(text) ? Number(text) : 0
}

function readSlots(text: string): TaskSlot[] {
  return [...text.matchAll(/<slot\s([^>]*)>([\s\S]*?)<\/slot>/g)].map(([, attributes = '', content = '']) => {
    const { id = '', kind = '' } = readAttributes(attributes)
    return { id, kind, content: unescapeText(content).replace(/^\n|\n$/g, '') }
  })
}

/** `</` is escaped in contents, so the first end tag is the element's own. */
function readElement(text: string, name: string): Element | null {
  const match = new RegExp(`<${name}(\\s[^>]*)?>\\n?([\\s\\S]*?)\\n?</${name}>`).exec(text)
  return match ? { attributes: readAttributes(match[1] ?? ''), content: match[2] ?? '' } : null
}

function readText(text: string, name: string): string {
  return readElement(text, name)?.content.trim() ?? ''
}

function afterElement(text: string, name: string): string {
  const end = `</${name}>`
  const position = text.indexOf(end)
  return position < 0 ? text : text.slice(position + end.length)
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescapeAttribute(value)]),
  )
}

const characterReferences: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
}

function unescapeAttribute(value: string): string {
  return value.replace(/&(?:lt|gt|quot|apos|#39|amp);/g, (reference) => characterReferences[reference] ?? reference)
}

function unescapeText(text: string): string {
  return text.replaceAll('<\\/', '</')
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
