import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scriptTexts } from '../../test/support/hostile-texts.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import { readAsHtml, readAsMarkdown, readAsMdx } from '../../test/support/what-acts.ts'
import { parseLesson } from '../lesson/parse-lesson.ts'
import { restoreLesson } from '../lesson/restore-lesson.ts'
import { formOriginal, formRewrite } from './form-text.ts'
import { readCandidate, readOriginal } from '../verify/reading/candidate.ts'
import { findUnreadable } from '../verify/reading/find-unreadable.ts'
import { judgeWhole, type Rule } from '../verify/rule.ts'
import { admonitions } from '../verify/structure/admonitions.ts'
import { emphasis } from '../verify/structure/emphasis.ts'
import { heading } from '../verify/structure/heading.ts'
import { identifiers } from '../verify/facts/identifiers.ts'
import { inert } from '../verify/structure/inert.ts'
import { links } from '../verify/structure/links.ts'
import { markup } from '../verify/structure/markup.ts'
import { slots } from '../verify/structure/slots.ts'
import { verifyRewrite } from '../verify/verify-rewrite.ts'
import type { WritingTask } from '../prompt/writing-task.ts'

/** An author who has everything in prose, code and slots that means something to HTML and to MDX. */
const file = `## Parts of a \`<robot>\`

The element \`<link name="base">\` opens a part, \`a<b\` compares two, and \\{name\\} stands for a name. In C++ it is
\`vector<int>\`, and \`x = {y}\` sets it. The set $x<y$ has [its own rules](./sets.md "a=b"), and it is small: 3 \\< 4.

\`\`\`html
<button onclick="go()">Go</button>
if (i<n
\`\`\`

- A list has <kbd>F5</kbd> and {1 + 1} in it.
- Its second item says a:b, and is sent at 10:30.

:::note[A title of \`<a>\`]{#own title="a=b"}

The note ends here, and the text goes on after it.

:::

The text after it is plain and ends with a full stop.
`
const lesson = await parseLesson({ slug: 'a/lesson', file, language: 'en' })
const [english, urdu] = await Promise.all(
  ['en', 'ur'].map(async (preferred_language) => {
    const [planned] = await planUncached(lesson, { preferred_language } as never)
    if (planned === undefined) throw new Error('The lesson has no section')
    return planned.task
  }),
)
if (!english || !urdu) throw new Error('The lesson is not planned')

const judges = { readAsHtml, readAsMarkdown, readAsMdx }
const body = formOriginal(english.section, english.masked.text, 'markdown')
/** All that the author has, each by itself too: code that leaves a tag open hides the next one, or does not. */
const own = [file, english.masked.text, ...readOriginal(english.masked).codeSpans, ...english.section.slots.map(textOf)]
/** What Markdown alone makes. */
const everyKind = '| a |\n|:-:|\n| b |\n\n> q\n\n1. x\n\n*a* **b** ~~c~~ `d`\\\ne\n- [ ] f'
const known: Readonly<Record<string, ReadonlySet<string>>> = {
  readAsHtml: new Set(own.flatMap((text) => [...readAsHtml(text)])),
  readAsMarkdown: new Set([file, english.masked.text, everyKind].flatMap((text) => [...readAsMarkdown(text)])),
  readAsMdx: readAsMdx(file),
}

function textOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return english?.section.source.slice(start, end) ?? ''
}

/** What a text as it leaves would do that the author's own does not, as each of the three reads it. */
const acts = (text: string): string[] =>
  Object.entries(judges).flatMap(([name, read]) =>
    [...tryToRead(read, text)].filter((what) => !known[name]?.has(what)).map((what) => `${name}: ${what}`),
  )

function tryToRead(read: (text: string) => Set<string>, text: string): Iterable<string> {
  try {
    return read(text)
  } catch (error) {
    return [`cannot be read: ${String(error)}`]
  }
}

const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...scriptTexts) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        '<img/src=x onerror=alert(1)>',
        '<svg/onload=alert(1)//',
        '<a',
        'a<b',
        '<!--',
        '-->',
        '\\<b>',
        '&lt;i&gt;',
        '>',
      ],
      ...['{alert(1)}', '{', '}', '{/*', '*/}', '\\{', '${x}', '{#own}', '{onclick="alert(1)"}'],
      ...[
        '\nimport a from "b"\n',
        '\n\nexport const a = 1\n\n',
        '\n',
        '\n\n',
        '\n- ',
        '\n> ',
        '\n| a | b |\n|---|---|\n| ',
      ],
      ...[
        ':script[alert(1)]',
        '\n\n::iframe[x]\n\n',
        '\n:::note[x]\n',
        '\n- :::danger[x]{onclick=alert(1)}\n',
        ':::',
        ':a:b[c]',
      ],
      ...[
        'onfocus=alert(1) autofocus tabindex=0 ',
        ' onclick = alert(1) ',
        '"',
        "'",
        '=',
        '/',
        '\\',
        '[[slot\\:x',
        '](link\\:x',
      ],
      ...[
        '`',
        '``',
        '`a<b`',
        '`<link name="base">`',
        '`<button`',
        '`onclick="go()"`',
        '`<img src=x>`',
        '`x = {y}`',
        '`a\n{x}`',
      ],
      ...['[press](link:1)', '[a](javascript:alert(1))', '<https://a.example>', '[a]: javascript:x', ' and ', 'word'],
    ),
  },
)

/** The author's text with pieces put in, wherever it has a space or a line's end; or nothing but pieces. */
const hostile = fc
  .tuple(fc.array(fc.tuple(pieces, fc.nat()), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([placed, alone]) =>
    alone
      ? placed.map(([piece]) => piece).join('')
      : placed.reduce((text, [piece, at]) => {
          const gaps = [...text.matchAll(/ |\n|$/g)].map(({ index }) => index)
          const gap = gaps[at % gaps.length] ?? 0
          return `${text.slice(0, gap)} ${piece}${text.slice(gap)}`
        }, english.masked.text),
  )

const structure: readonly Rule[] = [markup, inert, slots, links, admonitions, emphasis, identifiers]

/** Whether the rules that guard the form let it through, whatever those of its words would say. */
function isWellFormed(text: string, task: WritingTask): boolean {
  if (findUnreadable(text, task)) return false
  const candidate = readCandidate(text, { withHeading: false })
  return structure.every((rule) => rule(task).part(candidate).length === 0)
}

describe('whatever leaves is inert as HTML, as MDX and in Markdown that lets HTML through', () => {
  test('the judges see what acts', () => {
    expect(acts(body)).toEqual([])
    expect(acts('<img/src=x onerror=alert(1)>').join(' ')).toMatch(/Html: onError=.*Mdx: cannot be read/)
    expect(acts('<img src=x onerror=alert(1)>').join(' ')).toMatch(/Markdown: onError/)
    expect(acts('a\n\n{alert(1)}').join(' ')).toMatch(/Mdx: mdxFlowExpression/)
    expect(acts('export const a = 1').join(' ')).toMatch(/Mdx: mdxjsEsm/)
    expect(acts('a :script[alert(1)] b').join(' ')).toMatch(/Mdx: textDirective/)
    expect(acts('[a](javascript:alert(1))').join(' ')).toMatch(/Markdown: href=javascript/)
    expect(acts(body.replace('compares two', 'onfocus=alert(1) compares two')).join(' ')).toMatch(/onFocus/)
  })

  test('be it accepted, or only well formed, whole or in blocks', () => {
    let left = 0
    expect(() =>
      fc.assert(
        fc.property(hostile, (text) => {
          if (!isWellFormed(text, english)) return
          left += 1
          expect(acts(formRewrite(english.section, text.trim(), 'markdown'))).toEqual([])
          expect(acts(formRewrite(english.section, text.trim(), 'slots'))).toEqual([])
        }),
        { numRuns: 500, includeErrorInReport: true },
      ),
    ).not.toThrow()
    expect(left).toBeGreaterThan(50)
  })

  test('and the author’s own text is accepted, and leaves as the same text for a reader', () => {
    const { accepted, findings, markdown } = verifyRewrite(english.masked.text, english)
    expect({ accepted, findings }).toEqual({ accepted: true, findings: [] })
    expect(acts(formRewrite(english.section, markdown, 'markdown'))).toEqual([])
  })

  test('a translated heading, too', () => {
    let left = 0
    expect(() =>
      fc.assert(
        fc.property(pieces, (piece) => {
          const said = `Parts of \`<robot>\` ${piece.replaceAll('\n', ' ')}`
          const candidate = readCandidate(`## ${said}\n\nText.`, { withHeading: true })
          if ([heading, inert, identifiers].some((rule) => judgeWhole(rule(urdu), candidate).length > 0)) return
          left += 1
          const translated = candidate.heading ?? ''
          expect(acts(restoreLesson([{ section: urdu.section, text: 'Text.', heading: translated }]))).toEqual([])
          expect([...readAsHtml(translated)].filter((what) => !known['readAsHtml']?.has(what))).toEqual([])
        }),
        { numRuns: 500, includeErrorInReport: true },
      ),
    ).not.toThrow()
    expect(left).toBeGreaterThan(20)
  })
})
