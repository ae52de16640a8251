import { beforeEach, expect, test } from 'vitest'
import { createEndpoint } from '../../lib/http/endpoint.ts'
import { postPersonalize, type PersonalizeServices } from '../../lib/http/endpoints/personalize.ts'
import { createWriter } from '../../lib/llm/create-writer.ts'
import { getSettings } from '../../lib/runtime/composition-root.ts'
import { writingRoot } from '../../lib/runtime/writing-root.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { canaries, canarySettings, expectNoSecrets, readWhole } from '../support/canaries.ts'
import { endSilence } from '../support/end-silence.ts'
import type { HostileScript } from '../support/hostile-model.ts'
import { backgroundWork } from '../support/background-work.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { modelFaults } from '../support/model-faults.ts'
import { useHostileModel } from '../support/use-hostile-model.ts'

const hostile = useHostileModel()
beforeEach(() => {
  Object.assign(process.env, canarySettings, { OPENAI_BASE_URL: hostile.model.baseUrl })
  aModel('hostile')
})

/** `POST /api/personalize` with its live services and log; only the model's timers are ours. */
const personalize = createEndpoint<PersonalizeServices>(
  { route: '/api/personalize', POST: postPersonalize },
  {
    ...writingRoot,
    createServices: (id, timing) => ({
      ...writingRoot.createServices(id, timing),
      writer: createWriter(getSettings().model, { after: hostile.timers.after, log: writingRoot.log }),
    }),
  },
)

/** The same answer from a server that repeats in its words whatever it was sent. */
const leaking =
  (script: HostileScript, key: string): HostileScript =>
  (text) => {
    const { body = [], headers = {}, ...answer } = script(text)
    const leak = `Incorrect API key provided: ${canaries.modelKey}, for ${key}`
    const insertLeak = (piece: string | Uint8Array) =>
      typeof piece === 'string' ? piece.replaceAll(/scripted failure|Bad gateway/g, leak) : piece
    return { ...answer, headers: { ...headers, 'x-request-key': canaries.modelKey }, body: body.map(insertLeak) }
  }

const unauthorized = [401, 403, 429, 500].map((status) => ({
  fault: `${status} with the key in its message, code and type`,
  answers: [
    () => ({
      status,
      body: [
        JSON.stringify({
          error: { message: 'scripted failure', code: canaries.modelKey, type: `Bearer ${canaries.modelKey}` },
        }),
      ],
    }),
  ] satisfies HostileScript[],
  ending: undefined,
}))

test.each([...modelFaults, ...unauthorized])(
  'under the fault "$fault", neither an answer nor a log has a key or a password in it',
  async ({ answers, ending }) => {
    const [learner, { key, headers }] = await Promise.all([aLearner(), aKey()])
    hostile.model.follow(...answers.map((script) => leaking(script, key)))
    const asked = call(personalize, 'POST /api/personalize', {
      body: { lesson_slug: 'mine/secrets', original_content: lessonFile, sections: ['torque'] },
      headers: { ...headers, accept: 'text/event-stream', 'x-user-id': learner },
    }).then(readWhole)
    if (ending) await endSilence(ending, hostile)
    const answered = await asked
    await backgroundWork()
    expect(answered).toContain('section-end')
    expectNoSecrets([answered], [key])
    takeLoggedErrors()
  },
)
