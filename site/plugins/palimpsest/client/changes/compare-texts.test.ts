import { createElement as element } from 'react'
import { expect, test } from 'vitest'
import Slot from '../text/Slot.tsx'
import { compareTexts } from './compare-texts.ts'
import { readText } from './read-text.ts'
import type { TextToken } from './text-tokens.ts'

const types = { blocks: new Set<unknown>(['p', 'li', 'aside', 'div']), items: new Set<unknown>(['li']) }

function say(tokens: readonly TextToken[]): string {
  return tokens
    .map((token) => {
      if (token.kind === 'break') {
        return token.item ? '\n- ' : '\n'
      }
      return `${token.spaced ? ' ' : ''}${token.kind === 'word' ? token.text : `[${token.id}]`}`
    })
    .join('')
    .trim()
}

const words = (text: string) => readText(text, types)

function changes(before: string, after: string): string {
  const { runs } = compareTexts(words(before), words(after))
  const signs = { unchanged: '', added: '+', removed: '-' }
  return runs.map(({ change, tokens }) => `${signs[change]}${say(tokens)}`).join(' | ')
}

test('readText() reads what is seen: words across markup, items, titles, and protected parts as one', () => {
  const nodes = [
    element('p', { key: 1 }, 'A ', element('strong', null, 'ro'), 'bot, ', element(Slot, { id: 'k1' }, 'x = 1'), '.'),
    element('ul', { key: 2 }, '\n', element('li', null, element(Slot, { id: 'link:2' }, element('a', null, 'gears')))),
    element('aside', { key: 3, title: 'Mind' }, element('p', null, 'both')),
  ]
  expect(say(readText(nodes, types))).toBe('A robot, [k1].\n- gears\nMind\nboth')
})

test('readText() reads a rewrite’s slots as it reads the author’s', () => {
  const rewrite = element('p', null, 'See ', element('span', { 'data-slot': 'k1' }), ' now')
  const original = element('p', null, 'See ', element(Slot, { id: 'k1' }, 'code'), ' now')
  expect(readText(rewrite, types)).toEqual(readText(original, types))
})

test.each([
  ['nothing changed', 'The arm moves.', 'The arm moves.', 'The arm moves.'],
  ['words at the end', 'The arm moves.', 'The arm moves to the cup.', 'The arm moves | +to the cup | .'],
  ['one word for another', 'It is an actuator now.', 'It is a motor now.', 'It is | -an actuator | +a motor | now.'],
  [
    'a word or two between changes goes with them',
    'Servos actuate the joint; encoders report.',
    'Motors move the elbow; encoders report.',
    '-Servos actuate the joint | +Motors move the elbow | ; encoders report.',
  ],
  ['all', 'One two.', 'Three four!', '-One two. | +Three four!'],
])('compareTexts() marks %s', (_, before, after, expected) => {
  expect(changes(before, after)).toBe(expected)
})

test('compareTexts() counts the words it marks, not the signs', () => {
  expect(compareTexts(words('The arm moves.'), words('The arm, very slowly, moves!'))).toMatchObject({
    added: 2,
    removed: 0,
  })
})

test.each([
  ['before', 'after'],
  ['', 'All of it is new.'],
  ['The joint turns, the arm follows, and the hand closes.', 'When the joint turns, the hand of the arm closes.'],
])('what is unchanged or added is the new text, what is unchanged or removed the old one', (before, after) => {
  const { runs } = compareTexts(words(before), words(after))
  const without = (change: string) =>
    runs
      .filter((run) => run.change !== change)
      .flatMap(({ tokens }) => tokens.map((token) => ('text' in token ? token.text : '')))
  expect(without('removed').join('')).toBe(after.replaceAll(' ', ''))
  expect(without('added').join('')).toBe(before.replaceAll(' ', ''))
})

test('a protected part survives any change around it', () => {
  const part: TextToken = { kind: 'part', id: 'k1', spaced: true }
  const { runs } = compareTexts([...words('One'), part, ...words('two')], [...words('Three'), part, ...words('four')])
  expect(runs.map(({ change }) => change)).toEqual(['removed', 'added', 'unchanged', 'removed', 'added'])
})
