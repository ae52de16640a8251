import path from 'node:path'

/**
 * The slug of the lesson in a file: its path below the lessons' folder, without extension. Undefined for a file that is no
 * lesson: elsewhere, or a partial (`_shared.mdx`, `_parts/…`).
 */
export function lessonSlug(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file).split(path.sep).join('/')
  if (relative.startsWith('../') || path.isAbsolute(relative)) return undefined
  const isPartial = relative.split('/').some((name) => name.startsWith('_'))
  return isPartial ? undefined : relative.replace(/\.mdx?$/, '')
}
