import { expect, test } from 'vitest'
import { findInlineScripts } from './find-inline-scripts.ts'

// The digest of `alert('Hello, world.');` is the example of the specification, CSP Level 3.
const example = "alert('Hello, world.');"
const source = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"

test.each([
  ['a plain script', `<script>${example}</script>`],
  ['a script with attributes', `<p>Text</p><script data-rh=true>${example}</script>`],
  ['a module', `<script type="module">${example}</script>`],
  ['one with its type', `<SCRIPT type='text/javascript'>${example}</SCRIPT>`],
])('findInlineScripts() finds %s with the source that allows it', (_name, html) => {
  expect(findInlineScripts(html)).toEqual([{ source, text: example }])
})

test.each([
  ['a script of its own address', '<script src="/assets/js/main.js" defer></script>'],
  ['data', '<script type="application/ld+json">{"@context":"https://schema.org"}</script>'],
  ['data without quotes', '<script data-rh=true type=application/ld+json>{}</script>'],
])('findInlineScripts() leaves out %s', (_name, html) => {
  expect(findInlineScripts(html)).toEqual([])
})
