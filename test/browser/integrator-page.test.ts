import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { setEnvironment } from '../../local/environment.ts'
import { listen } from '../../local/listen.ts'
import { goodStream } from '../support/chat-chunks.ts'
import { startHostileModel } from '../support/hostile-model.ts'
import { startSite } from '../support/start-site.ts'
import { watchHarm } from '../support/watch-harm.ts'
import { firstLesson, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

/** Each would run in a page that takes it for HTML; Markdown reads all of them as text. */
const acting = [
  'So <img/src=x onerror=alert(origin)> it ends.',
  'And <svg/onload=alert(origin)// it ends.',
  'Or <input/autofocus onfocus=alert(origin) it ends.',
  '<iframe/src=javascript:alert(origin) it ends.',
].join(' ')

async function post<Answer>(path: string, body: object, headers = {}): Promise<Answer> {
  const response = await fetch(stage.site.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Answer
}

/** The lesson as an integrator gets it, rewritten by a model that adds `acting` to every section. */
async function askForLesson(): Promise<string> {
  const user_id = crypto.randomUUID()
  await post('/api/user/create', { user_id })
  await post('/api/onboarding', { user_id, ...newcomer })
  const { personalized_content } = await post<{ personalized_content: string }>(
    '/api/personalize',
    { lesson_slug: firstLesson.replace('/lessons/', '') },
    { 'x-user-id': user_id },
  )
  return personalized_content
}

/** A page of an integrator's, without a policy that could stop anything, which puts what it is given into itself. */
async function setAsHtml(text: string): Promise<{ readonly harm: readonly string[]; readonly words: string }> {
  const server = createServer((request, response) => {
    if (request.url === '/answer') response.end(JSON.stringify({ personalized_content: text }))
    else response.setHeader('content-type', 'text/html').end('<!doctype html><main></main>')
  })
  const { url, close } = await listen(server)
  const context = await stage.browser.newContext()
  const harm = await watchHarm(context, url)
  const page = await context.newPage()
  await page.goto(url)
  const words = await page.evaluate(async () => {
    const answer = (await (await fetch('/answer')).json()) as { readonly personalized_content: string }
    const main = document.querySelector('main')
    if (main === null) return ''
    main.innerHTML = answer.personalized_content
    for (const image of main.querySelectorAll('img'))
      if (!image.complete) await new Promise((resolve) => image.addEventListener('error', resolve))
    await new Promise(requestAnimationFrame)
    return main.textContent
  })
  const seen = harm()
  await context.close()
  await close()
  return { harm: seen, words }
}

test('what an integrator puts into a page as HTML runs nothing that a model wrote', async () => {
  const model = await startHostileModel()
  model.follow((text) => ({ body: goodStream(`${text}\n\n${acting}`) }))
  setEnvironment({ OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'acting' })
  const text = await askForLesson()
  setEnvironment({ OPENAI_BASE_URL: stage.site.writer.baseUrl, OPENAI_MODEL: 'demo-writer' })
  await model.close()

  expect((await setAsHtml(acting)).harm).toEqual(expect.arrayContaining([expect.stringMatching(/^ran: alert/)]))
  const { harm, words } = await setAsHtml(text)
  expect(words).toContain('So <img/src=x onerror=alert(origin)> it ends. And <svg/onload=alert(origin)// it ends.')
  expect(harm).toEqual([])
})
