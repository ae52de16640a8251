import type { Setting } from './setting.ts'

const pathPattern = /^\/(?:[^\s/?#]+(?:\/[^\s/?#]+)*)?$/
/** Docusaurus' default path of docs, and this book's. */
const unset = '/docs,/lessons'

/** Paths of pages, separated by commas. */
export const lessonPathsSetting: Setting<readonly string[]> = {
  wanted: 'paths with commas between, such as "/docs,/course", with "/" before and not behind',
  findFault: (value) =>
    value === '' || split(value).every((path) => pathPattern.test(path))
      ? undefined
      : 'has something that is no path of pages',
  parse: (value) => split(value === '' ? unset : value),
}

const split = (value: string): readonly string[] => value.split(',').map((path) => path.trim())
