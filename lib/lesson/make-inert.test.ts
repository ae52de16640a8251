import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { makeInert } from './make-inert.ts'

const show = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })

test.each([
  [
    'a tag that Markdown does not read',
    'A <img/src=x onerror=alert(1)> b',
    'A &lt;img/src&#61;x onerror&#61;alert(1)> b',
  ],
  ['a tag without an end', '<svg/onload=alert(1)//', '&lt;svg/onload&#61;alert(1)//'],
  ['a tag after a backslash', 'A \\<b> c', 'A &lt;b> c'],
  ['an expression', 'A {alert(1)} b', 'A &#123;alert(1)&#125; b'],
  ['a comment', '{/* a */} <!-- b -->', '&#123;/* a */&#125; &lt;!-- b -->'],
  ['a module', 'import a from "b"\nexport const c', '&#105;mport a from "b"\n&#101;xport const c'],
  ['a directive with a label', 'A :script[alert(1)] b', 'A &#58;script[alert(1)] b'],
  ['a directive on its line', '::iframe{src="a"}', ':&#58;iframe&#123;src&#61;"a"&#125;'],
  ['an admonition in an item', '- :::note[A]{onclick="b"}', '- ::&#58;note[A]&#123;onclick&#61;"b"&#125;'],
  ['an address that runs', 'javascript:alert(1)', 'javascript&#58;alert(1)'],
  ['a title', ':::note[A <b onclick=x>{y}]\n', ':::note[A &lt;b onclick&#61;x>&#123;y&#125;]\n'],
  ['a title with more in it', ':::note[[a]{b}]{#c title="d ] e"}', ':::note[[a]&#123;b&#125;]{#c title="d ] e"}'],
  ['a title that is not closed', ':::note[a {b}', ':::note[a &#123;b&#125;'],
  ['a title behind a space', ':::note a {b}', ':::note a &#123;b&#125;'],
  ['a link’s text', '[<b {x}](link:1)', '[&lt;b &#123;x&#125;](link:1)'],
  ['text beside code', '`<a>` <b `{c}` {d', '`<a>` &lt;b `{c}` &#123;d'],
  ['text after a stray backtick', 'a ` b\n\n<c `d', 'a ` b\n\n&lt;c `d'],
  ['text between items', '- a ` b\n- <c `d', '- a ` b\n- &lt;c `d'],
  ['code of several lines', '> `a\n> {alert(1)}\n> <b>`', '> `a {alert(1)} <b>`'],
])('makeInert() takes the effect of %s', (_what, text, inert) => {
  expect(makeInert(text)).toBe(inert)
})

test.each([
  'At 10:30, a ratio of 3:1: it is 5 > 4 & "so".',
  'Code `<b onclick="x">`, `{a}` and ``a`<b``, [[slot:k1]] and [a](link:12).',
  ':::note[Title]{#id .class title="A"}\n\nText :tada:\n\n:::',
  'A \\{name\\} and \\`.',
  '| a | b |\n| :-- | --: |\n| `c` | d |',
  'Export it, or import it.',
])('makeInert() leaves %j as it is', (text) => {
  expect(makeInert(text)).toBe(text)
})

test.each([
  'a < b, a<b and \\<c> with *{d}* and **e = f**',
  'Write \\{name\\} or \\`< x\\` and \\\\<y',
  'import this:that\n\n1. export `a\n   b` c::d',
  '| a<b | {c} |\n|---|:-:|\n| `x = {y}` | z |',
  '> *a:b* ~~<~~ {[{<',
])('makeInert() changes nothing for a reader of %j', (text) => {
  expect(show(makeInert(text))).toBe(show(text))
})
