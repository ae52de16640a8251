import { createElement, type ReactElement, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { withoutIds } from './without-ids.ts'

const propsOf = (node: ReactNode) =>
  ([node].flat()[0] as ReactElement<{ id?: string; href?: string; children?: ReactNode }>).props

test('withoutIds() takes ids away at every depth and leaves the rest as it is', () => {
  const link = createElement('a', { id: 'user-content-fnref-1', href: '#user-content-fn-1' }, '1')
  const outer = propsOf(withoutIds(createElement('sup', { id: 'outer' }, link)))
  expect(outer.id).toBeUndefined()
  expect(propsOf(outer.children)).toEqual({ id: undefined, href: '#user-content-fn-1', children: '1' })
})

test('withoutIds() gives text back as it is', () => {
  expect(withoutIds('words')).toEqual(['words'])
})
