import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sitePaths } from '../../local/build-site.ts'
import { projectRoot } from '../support/start-site.ts'
import { allowedUses } from '../support/supported-browsers/allowed-uses.ts'
import { checkBuild } from '../support/supported-browsers/check-build.ts'
import { compareVersions, readOldestVersions } from '../support/supported-browsers/oldest-versions.ts'

const oldest = readOldestVersions(projectRoot)

test('the built site uses nothing that a supported browser lacks, except what is known to do no harm', async () => {
  const { problems, idle } = await checkBuild(path.join(projectRoot, sitePaths.siteDir), oldest, allowedUses)
  expect(problems).toEqual([])
  expect(idle).toEqual([])
})

test('the oldest versions are those of package.json', () => {
  expect(oldest.get('safari')).toBe('16.4')
  expect(oldest.get('safari_ios')).toBe('16.4')
  expect(oldest.get('firefox')).toBe('121')
  expect(compareVersions('16.4', '16.10')).toBeLessThan(0)
})

/** A build with one file in it; `given` stands in another script of it. */
async function problemsOf(name: string, text: string, given = ''): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'palimpsest-build-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(path.join(folder, 'assets'))
  await writeFile(path.join(folder, 'assets', name), text)
  await writeFile(path.join(folder, 'other.js'), given)
  return (await checkBuild(folder, oldest, [])).problems
}

test.each([
  ['URL.canParse', 'x(URL.canParse(y))'],
  ['URL.canParse', 'const {canParse:c}=URL;c(y)'],
  ['URL.canParse', 'globalThis.URL["canParse"](y)'],
  ['URL.parse', 'self.URL?.parse(y)'],
  ['Intl.Segmenter', 'new Intl.Segmenter("en")'],
  ['Intl.DurationFormat', 'new window.Intl.DurationFormat'],
  ['Array.fromAsync', 'Array.fromAsync(y)'],
  ['Promise.withResolvers', 'let {promise:p}=Promise.withResolvers()'],
  ['Promise.try', 'Promise.try(f)'],
  ['Object.groupBy', 'Object.groupBy(a,f)'],
  ['Map.groupBy', 'Map.groupBy(a,f)'],
  ['AbortSignal.any', 'AbortSignal.any([a])'],
  ['RegExp.escape', 'RegExp.escape(a)'],
  ['Uint8Array.fromBase64', 'Uint8Array.fromBase64(a)'],
  ['.union', 'new Set(a).union(b)'],
  ['.isSubsetOf', 'a.isSubsetOf(b)'],
  ['.getOrInsert', 'm.getOrInsert(1,2)'],
  ['.startViewTransition', 'd.startViewTransition(f)'],
  ['document.startViewTransition', 'document.startViewTransition(f)'],
  ['.checkVisibility', 'e.checkVisibility()'],
  ['.togglePopover', 'e.togglePopover()'],
  ['.setHTMLUnsafe', 'e.setHTMLUnsafe(t)'],
  ['Iterator.prototype.map', 'a.values().map(f)'],
  ['Iterator.prototype.filter', 't.matchAll(/a/g).filter(f)'],
  ['.toArray', 'g().toArray()'],
  ['Iterator', 'Iterator.from(a)'],
  ['.checkVisibility', 'document.body.checkVisibility()'],
  ['requestIdleCallback', 'requestIdleCallback(f)'],
  ['scheduler', 'window.scheduler.yield()'],
  ['Highlight', 'new Highlight(r)'],
  ['CSS.highlights', 'CSS.highlights.set(n,h)'],
  ['navigator.share', 'navigator.share(x)'],
  ['syntax after ES2023', 'x=/[a--b]/v'],
  ['syntax after ES2023', 'x=/(?i:a)b/'],
  ['syntax after ES2023', 'x=/(?<y>a)|(?<y>b)/'],
  ['syntax after ES2023', '{using x=y()}'],
  ['syntax after ES2023', 'import a from "./a.json" with {type:"json"}'],
  ['RegExp flags v', 'new RegExp(p,"v")'],
])('%s is found in %j', async (feature, text) => {
  expect((await problemsOf('a.js', text)).map((line) => line.split(' in assets')[0])).toContain(feature)
})

test.each([
  ['nesting', 'a{&:hover{color:red}}'],
  ['nesting, or no CSS', 'a{b{color:red}}'],
  ['@starting-style', '@starting-style{a{color:red}}'],
  ['@scope', '@scope (a){b{color:red}}'],
  ['@view-transition', '@view-transition{navigation:auto}'],
  ['text-wrap: pretty', 'p{text-wrap:pretty}'],
  ['light-dark()', 'a{color:light-dark(red,blue)}'],
  ['light-dark()', ':root{--a:light-dark(red,blue)}'],
  ['position-anchor', 'a{position-anchor:--x}'],
  ['anchor()', 'a{top:anchor(bottom)}'],
  ['field-sizing', 'a{field-sizing:content}'],
  [':popover-open', 'a:popover-open{color:red}'],
  [':user-invalid', 'a:user-invalid{color:red}'],
  ['backdrop-filter', 'a{backdrop-filter:blur(1px)}'],
])('%s is found in the styles %j', async (feature, text) => {
  expect((await problemsOf('a.css', text)).map((line) => line.split(' in assets')[0])).toContain(feature)
})

test.each([
  ['<div popover>', '<div popover></div>'],
  ['<link fetchpriority>', '<link rel="x" fetchpriority="high">'],
  ['URL.canParse', '<script>URL.canParse(x)</script>'],
  ['light-dark()', '<p style="color:light-dark(red,blue)">'],
  ['@scope', '<style>@scope (a){b{color:red}}</style>'],
])('%s is found in the page %j', async (feature, text) => {
  expect((await problemsOf('a.html', `<!doctype html>${text}`)).map((line) => line.split(' in assets')[0])).toContain(
    feature,
  )
})

test.each([
  ['a.js', 'x=typeof Highlight,"canParse"in URL,/(?<=a)b/d.test(y),a.at(-1),a.toSorted(),a.findLast(f)'],
  ['a.js', 'let URL={canParse(){}};URL.canParse(1)'],
  ['a.js', 'class C{union(){}}new C().union(x);Object.values(a).map(f);Object.entries(a).filter(f)'],
  ['a.js', 'class C{static{}#p=1;has(x){return #p in x}}a??=b;structuredClone(a);AbortSignal.timeout(9)'],
  ['a.css', 'a:has(b){color:color-mix(in srgb,red,blue)}@container (width>3rem){b{width:10cqw}}@layer x{a{inset:0}}'],
  ['a.css', '@supports (text-wrap:pretty){p{text-wrap:pretty}}'],
  ['a.css', 'a{-webkit-backdrop-filter:blur(1px);backdrop-filter:blur(1px)}'],
  ['a.html', '<!doctype html><dialog open></dialog><script type="application/json">URL.canParse</script><p inert>'],
])('nothing is found in %s: %j', async (name, text) => {
  expect(await problemsOf(name, text)).toEqual([])
})

test('a member of pages’ objects is not taken for the browser’s where another script gives its name to something', async () => {
  expect(await problemsOf('a.js', 'x.togglePopover()', 'y={togglePopover(){}}')).toEqual([])
})
