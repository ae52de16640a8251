import { createElement as element, isValidElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import Slot from '../text/Slot.tsx'
import { compareTexts } from './compare-texts.ts'
import { markChanges } from './mark-changes.tsx'
import { placeChanges } from './place-changes.ts'
import { readText } from './read-text.ts'

const types = { blocks: new Set<unknown>(['p', 'li', 'ul', 'aside', 'div']), items: new Set<unknown>(['li']) }

/** The new text with its marks, as HTML without what is said to screen readers alone. */
function compare(before: ReactNode, after: ReactNode): string {
  const { runs } = compareTexts(readText(before, types), readText(after, types))
  const marked = markChanges(after, placeChanges(runs), types)
  return renderToStaticMarkup(marked)
    .replaceAll(/<span class="visually-hidden">.*?<\/span>/g, '')
    .replaceAll(/ class="[^"]*"/g, '')
}

const p = (...children: ReactNode[]) => element('p', null, ...children)
const strong = (...children: ReactNode[]) => element('strong', null, ...children)
const code = (...children: ReactNode[]) => element('code', null, ...children)
const authors = (id: string, shown: ReactNode) => element(Slot, { id }, shown)
const slot = (id: string, name = 'span') => element(name, { 'data-slot': id })

test.each<[string, ReactNode, ReactNode, string]>([
  [
    'one word for another',
    p('It is an actuator now.'),
    p('It is a motor now.'),
    '<p>It is <del>an actuator</del> <ins>a motor</ins> now.</p>',
  ],
  ['words at the end', p('It moves.'), p('It moves to the cup.'), '<p>It moves<ins> to the cup</ins>.</p>'],
  [
    'words that are gone before a full stop',
    p('It moves slowly.'),
    p('It moves.'),
    '<p>It moves<del> slowly</del>.</p>',
  ],
  [
    'words within emphasis and beside it',
    p('The arm is ', strong('very strong'), '.'),
    p('The arm is ', strong('quite strong'), '.'),
    '<p>The arm is <strong><del>very</del> <ins>quite</ins> strong</strong>.</p>',
  ],
  [
    'what is gone in the emphasis it had',
    p('Read ', strong('the ', code('x_1'), ' twice'), ', then stop.'),
    p('Stop.'),
    '<p><del>Read <strong>the <code>x_1</code> twice</strong>, then stop</del> <ins>Stop</ins>.</p>',
  ],
])('markChanges() marks %s', (_, before, after, expected) => {
  expect(compare(before, after).replaceAll('<del> ', ' <del>').replaceAll('<ins> ', ' <ins>')).toBe(
    expected.replaceAll('<del> ', ' <del>').replaceAll('<ins> ', ' <ins>'),
  )
})

test('every part that no rewrite may change stays the element it is, whatever changes around it', () => {
  const before = [p('Speed is ', authors('k1', 'v'), ' here.'), authors('k2', element('pre', null, 'go()'))]
  const after = element('div', null, p('It runs at ', slot('k1'), '.'), slot('k2', 'div'))
  const marked = compare(before, after)
  expect(marked).toContain('<span data-slot="k1"></span>')
  expect(marked).toContain('<div data-slot="k2"></div>')
  expect(marked).not.toMatch(/\[|<(ins|del)>[^<]*<(span|div)/)
})

test('what was removed between blocks never stands where no words may stand', () => {
  const list = (...items: string[]) => element('ul', null, ...items.map((item) => element('li', { key: item }, item)))
  const marked = compare(list('Gears turn.', 'Belts slip.', 'Both wear.'), list('Gears turn.', 'Both wear.'))
  expect(marked).toMatch(/^<ul><li>.*<\/li><li>.*<\/li><\/ul>$/)
  expect(marked).toContain('Belts slip.')
})

test('titles of blocks are compared, too', () => {
  const aside = (title: string) => element('aside', { 'data-title': title }, p('Same.'))
  const { runs } = compareTexts(readText(aside('Mind it'), types), readText(aside('Mind this'), types))
  const marked = markChanges(aside('Mind this'), placeChanges(runs), types)
  const shown = (Array.isArray(marked) ? marked[0] : marked) as ReactNode
  const title = isValidElement<{ 'data-title': ReactNode }>(shown) ? shown.props['data-title'] : undefined
  expect(renderToStaticMarkup(title)).toMatch(/^Mind <del.*it.*<\/del> <ins.*this.*<\/ins>$/)
})

test('without the marks of what was removed, the words are the new text’s', () => {
  const after = [p('A motor turns ', strong('one'), ' joint, and only one.'), p('It stops when asked.')]
  const before = [p('Actuators move joints.'), p('They may be ', strong('hydraulic'), '. All stop at once.')]
  const left = compare(before, element('div', null, ...after))
    .replaceAll(/<del>.*?<\/del>/g, '')
    .replaceAll(/<\/?ins>/g, '')
  expect(left.replaceAll(' ', '')).toBe(renderToStaticMarkup(element('div', null, ...after)).replaceAll(' ', ''))
})
