import { expect, test } from 'vitest'
import { headingWords } from './heading-words.ts'

const emoji = { ':rocket:': '🚀' }

test.each([
  [{ translated: ':rocket: `ros2` **اور** [دستاویز](link:1)', author: 'Docs' }, '🚀 ros2 اور دستاویز'],
  [{ translated: '1. تعارف', author: '1. Intro' }, '1. تعارف'],
  [{ translated: 'C#', author: 'C#' }, 'C#'],
  [{ author: ':rocket: `not code` at 10:30' }, '🚀 `not code` at 10:30'],
  [{ author: null }, undefined],
])('headingWords() gives plain words of %j', (headings, words) => {
  expect(headingWords(headings, emoji)).toBe(words)
})
