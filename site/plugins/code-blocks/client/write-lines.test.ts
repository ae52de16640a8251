import { expect, test } from 'vitest'
import { highlightCode } from '../highlight-code.ts'
import { writeLines } from './write-lines.ts'

const plain = (code: string) => ({ codeInput: code, code, lineClassNames: {} })

/** The text of HTML as a browser shows it, a line break for each `<br>`. */
const textOf = (html: string) =>
  html
    .replaceAll('<br>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

test('writeLines() sets each run in its colour, and leaves plain runs without an element', () => {
  expect(writeLines(plain('def f():'), 'r3i1I1s3')).toBe(
    '<div class="token-line"><span class="code-rust">def</span> <b>f</b><span class="code-soft">():</span><br></div>',
  )
})

test('writeLines() writes a piece that is coloured and heavy as one element', () => {
  expect(writeLines(plain('<a'), 'S1I1')).toBe(
    '<div class="token-line"><b class="code-soft">&lt;</b><b>a</b><br></div>',
  )
})

test('writeLines() shows code without colours as it is', () => {
  expect(writeLines(plain('a < b && c\n\n<b>&lt;'), '')).toBe(
    '<div class="token-line">a &lt; b &amp;&amp; c<br></div>' +
      '<div class="token-line"><br></div>' +
      '<div class="token-line">&lt;b>&amp;lt;<br></div>',
  )
})

test('writeLines() gives a highlighted line its class', () => {
  const block = { ...plain('a\nb'), lineClassNames: { 1: ['theme-code-block-highlighted-line'] } }
  expect(writeLines(block, '')).toBe(
    '<div class="token-line">a<br></div><div class="token-line theme-code-block-highlighted-line">b<br></div>',
  )
})

test('writeLines() writes the parts of numbered lines', () => {
  const numbered = { line: 'line', number: 'number', content: 'content' }
  expect(writeLines(plain('a'), '', numbered)).toBe(
    '<div class="token-line line"><span class="number"></span><span class="content">a</span><br></div>',
  )
})

test('writeLines() drops the colours of a line that only says what to highlight', () => {
  const codeInput = 'x = 1\n# highlight-next-line\nx = 2\n# x\n'
  const block = { codeInput, code: 'x = 1\nx = 2\n# x', lineClassNames: {} }
  expect(writeLines(block, highlightCode(codeInput, 'python'))).toBe(
    writeLines(plain(block.code), highlightCode(block.code, 'python')),
  )
})

test.each([
  ['python', '@dataclass\nclass A(B[int]):\n    """Says\n    so."""\n    n: int = 0x1f  # <&>\n\n\n    f"{n!r}"'],
  ['xml', '<robot name="a&amp;b">\n  <!-- a <b> -->\n\t<link name=\'x\'/>\n</robot>'],
  ['bash', 'curl -X POST "$URL" -d \'{"a": 1}\' \\\n  | jq .a && echo done'],
  ['tsx', 'const a = <B c={1}>text {d ? <i/> : null}</B>'],
  ['python', 'a = 1\r\nb = "ä 🙂"\r\n'],
])('writeLines() loses and adds nothing of the code (%s)', (language, code) => {
  const shown = code.replaceAll('\r', '')
  expect(textOf(writeLines(plain(code), highlightCode(code, language)))).toBe(`${shown}\n`)
})
