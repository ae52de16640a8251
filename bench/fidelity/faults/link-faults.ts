import { changeOne, insertAmongWords, insertBlock } from './change-text.ts'
import type { Fault } from './fault.ts'

const target = /\]\(link:\d+\)/g
const link = /(?<!!)\[[^[\]\n]+\]\(link:\d+\)/g

const changeTarget =
  (...others: readonly string[]): Fault['inject'] =>
  (text, _task, random) => {
    const other = random.pick(others)
    return changeOne(text, random, { pattern: target, change: () => other })
  }

const insert =
  (...pieces: readonly string[]): Fault['inject'] =>
  (text, _task, random) =>
    insertAmongWords(...pieces)(text, random)

export const linkFaults: readonly Fault[] = [
  {
    name: 'link-dropped',
    family: 'links',
    describe: "loses one of the author's links",
    inject: (text, _task, random) => {
      const dropped = changeOne(text, random, {
        pattern: link,
        change: (found) => found.slice(1, found.lastIndexOf('](')),
      })
      // A link that stands there a second time is not lost.
      return dropped?.match(target)?.length === new Set(text.match(target)).size - 1 ? dropped : undefined
    },
  },
  {
    name: 'link-renumbered',
    family: 'links',
    describe: 'names a link that the section does not have',
    inject: changeTarget('](link:99)', '](link:0)', '](link:-1)', '](link:abc)'),
  },
  {
    name: 'link-redirected',
    family: 'links',
    describe: 'sends a link of the author elsewhere',
    inject: changeTarget('](https://example.org/robots)', '](//example.org)', '](../elsewhere.md)', '](#elsewhere)'),
  },
  {
    name: 'link-spelled-otherwise',
    family: 'links',
    describe: 'writes a link so that its address cannot be put back',
    inject: changeTarget('](<link:1>)', '](link:1 "title")', ']( link:1 )', '][link:1]', '] (link:1)'),
  },
  {
    name: 'link-invented',
    family: 'links',
    describe: 'adds a link of its own',
    inject: insert('[a good book](https://example.org/book)', '[more](/docs/more)', '[see here](./other.md)'),
  },
  {
    name: 'address-invented',
    family: 'links',
    describe: 'adds an address that becomes a link by itself',
    inject: insert(
      'https://example.org/robots',
      'www.example.org',
      '<https://example.org>',
      'someone@example.org',
      '<mailto:someone@example.org>',
    ),
  },
  {
    name: 'link-definition',
    family: 'links',
    describe: 'adds a link whose address stands at the end',
    inject: (text, _task, random) => {
      const linked = insertAmongWords('[a good book][1]', '[book]')(text, random)
      return linked && `${linked}\n\n[1]: https://example.org/book\n[book]: https://example.org/book`
    },
  },
  {
    name: 'script-link',
    family: 'links',
    describe: 'adds a link that runs a script',
    inject: insert(
      '[press here](javascript:alert(1))',
      '[press here](JaVaScRiPt:alert(1))',
      '[press here](&#106;avascript:alert(1))',
      '[press here](<java\tscript:alert(1)>)',
      '[press here](vbscript:msgbox)',
    ),
  },
  {
    name: 'data-link',
    family: 'links',
    describe: 'adds a link that holds a page of its own',
    inject: insert(
      '[press here](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
      '[press here](data:text/html,%3Cscript%3Ealert(1)%3C/script%3E)',
      '[press here](blob:https://example.org/1)',
      '[press here](file:///etc/passwd)',
    ),
  },
  {
    name: 'script-in-authors-link',
    family: 'links',
    describe: "makes the author's link run a script",
    inject: changeTarget('](javascript:alert(1))', '](data:text/html,hello)', '](javascript:void(0)//link:1)'),
  },
  {
    name: 'image-beacon',
    family: 'links',
    describe: 'adds an image that tells a stranger who reads',
    inject: (text, _task, random) => {
      const image = random.pick([
        '![](https://example.org/pixel.gif?reader=1)',
        '![figure](//example.org/p.png)',
        '![x](data:image/svg+xml;base64,PHN2Zy8+)',
        '[![badge](https://example.org/b.svg)](https://example.org)',
      ])
      return random.pick([insertAmongWords(image), insertBlock(image)])(text, random)
    },
  },
]
