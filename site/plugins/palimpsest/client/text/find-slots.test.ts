import { createElement as element } from 'react'
import { expect, test } from 'vitest'
import Slot from './Slot.tsx'
import { findSlots } from './find-slots.ts'

test('findSlots() finds slots and links at any depth, also inside a slot that a translation opens', () => {
  const link = element('a', { href: '/x' }, 'there')
  const code = element('pre', null, 'x = 1')
  const children = [
    element('p', { key: 1 }, 'See ', element(Slot, { id: 'link:1' }, link), '.'),
    element(Slot, { key: 2, id: 'k1' }, element('aside', null, element(Slot, { id: 'k2' }, code))),
  ]
  const slots = findSlots(children)
  expect([...slots.keys()]).toEqual(['link:1', 'k1', 'k2'])
  expect(slots.get('link:1')).toBe(link)
  expect(slots.get('k2')).toBe(code)
})

test('findSlots() finds nothing in plain text', () => {
  expect(findSlots('text').size).toBe(0)
})
