import { insertAmongWords, insertBlock } from './change-text.ts'
import type { Fault } from './fault.ts'

/** Within a sentence or as a block of its own. */
const insertAnywhere =
  (...pieces: readonly string[]): Fault['inject'] =>
  (text, _task, random) =>
    random.pick([insertAmongWords(...pieces), insertBlock(...pieces)])(text, random)

export const htmlFaults: readonly Fault[] = [
  {
    name: 'script-element',
    family: 'html',
    describe: 'adds a script',
    inject: insertAnywhere(
      '<script>alert(1)</script>',
      '<SCRIPT SRC="https://example.org/x.js"></SCRIPT>',
      '<script\n>alert(1)</script>',
      '<script type="module">import "https://example.org/x.js"</script>',
    ),
  },
  {
    name: 'event-handler',
    family: 'html',
    describe: 'adds an element that runs a script when something happens',
    inject: insertAnywhere(
      '<img src=x onerror=alert(1)>',
      '<svg onload="alert(1)"></svg>',
      '<body onpageshow=alert(1)>',
      '<details open ontoggle=alert(1)>x</details>',
      '<a href="#" onclick="alert(1)">press</a>',
    ),
  },
  {
    name: 'embedded-page',
    family: 'html',
    describe: 'adds a frame, a form or an object',
    inject: insertAnywhere(
      '<iframe src="https://example.org"></iframe>',
      '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
      '<form action="https://example.org"><input name="q"></form>',
      '<object data="https://example.org/x.swf"></object>',
      '<embed src="https://example.org/x.svg">',
      '<base href="https://example.org/">',
    ),
  },
  {
    name: 'style-element',
    family: 'html',
    describe: 'adds style that hides or moves the page',
    inject: insertAnywhere(
      '<style>body { display: none }</style>',
      '<span style="position:fixed;inset:0">x</span>',
      '<link rel="stylesheet" href="https://example.org/x.css">',
      '<div style="background:url(https://example.org/p.gif)">x</div>',
    ),
  },
  {
    name: 'html-comment',
    family: 'html',
    describe: 'adds a comment, a declaration or an instruction',
    inject: insertAnywhere('<!-- hidden -->', '<!DOCTYPE html>', '<?php echo 1 ?>', '<![CDATA[ hidden ]]>'),
  },
  {
    name: 'inline-html',
    family: 'html',
    describe: 'adds elements that look harmless',
    inject: insertAnywhere('<b>bold</b>', '<br/>', '<sup>2</sup>', '<kbd>Ctrl</kbd>', '<p align="center">x</p>'),
  },
  {
    name: 'component',
    family: 'html',
    describe: 'adds a component of the page',
    inject: insertAnywhere('<Tabs>\n\nx\n\n</Tabs>', '<PidPlayground />', '<Lock>x</Lock>', '<Slot id="k1" />'),
  },
  {
    name: 'slipped-html',
    family: 'html',
    describe: 'adds HTML that is hidden from simple filters',
    inject: insertAnywhere(
      '<scr<script>ipt>alert(1)</scr</script>ipt>',
      '<svg><script>alert(1)</script></svg>',
      '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
      '<a href="java&#x09;script:alert(1)">x</a>',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    ),
  },
]
