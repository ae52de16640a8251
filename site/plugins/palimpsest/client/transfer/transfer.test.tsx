import decodeQr from 'qr/decode.js'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { minutesAndSeconds } from './use-seconds-left.ts'
import type { Answers } from '../../../../../lib/profile/answers.ts'
import { aStorage } from '../../../../../test/support/a-storage.ts'
import { graduate as answers } from '../../../../../test/support/graduate.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { ApiProblem, type Api } from '../transport/call-api.ts'
import { findProfile, storeProfile } from '../profile/stored-profile.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { buildCodeAddress, findCodeInHash } from './code-address.ts'
import { findNewerAnswers } from './find-newer-answers.ts'
import QrCode from './QrCode.tsx'
import { adoptProfile } from './adopt-profile.ts'

const code = '7K3M-9QXW-2FDT'
const [learner, other] = ['0b54a3a1-6f3c-4f7a-9c1e-1b2a3c4d5e6f', '1c65b4b2-7a4d-4a8b-8d2f-2c3b4d5e6f70']
const changed: Answers = { ...answers, programming_experience: 'advanced' }

const apiThat = (reply: () => Response | Promise<Response>): Api => ({ base: '', fetch: async () => reply() })
const gone = () => Response.json({ error: 'transfer-not-found', message: 'No.', request_id: 'r' }, { status: 404 })

/** The drawing's dark modules as an image of eight pixels each, as a camera may see it. */
function paint(markup: string): { width: number; height: number; data: Uint8ClampedArray } {
  const [size, scale] = [Number(/viewBox="0 0 (\d+)/.exec(markup)?.[1]), 8]
  const width = size * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of markup.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let pixel = 0; pixel < scale * scale; pixel++) {
      const [column, row] = [Number(x) * scale + (pixel % scale), Number(y) * scale + Math.floor(pixel / scale)]
      data.set([0, 0, 0], (row * width + column) * 4)
    }
  return { width, height: width, data }
}

test('a camera reads from the square the address that opens the profile page with the code', () => {
  const address = buildCodeAddress({ origin: 'https://book.example', pathname: '/ur/profile' }, code)
  expect(decodeQr(paint(renderToStaticMarkup(<QrCode text={address} />)))).toBe(address)
  expect(findCodeInHash(new URL(address).hash)).toBe(code)
})

test.each(['', '#', '#answers', '#code=', '#code=7K3M', '#code=javascript:alert(1)', `#code=${code}${code}`])(
  'the hash "%s" holds no code',
  (hash) => expect(findCodeInHash(hash)).toBeUndefined(),
)

test('adoptProfile() makes this device the other learner, and drops what it stored of the one before', async () => {
  const own = { [storageKeys.rewrites]: '{}', [storageKeys.choices]: '{}', [storageKeys.ratings]: '{}' }
  const storage = aStorage({ ...own, [storageKeys.learner]: other, [storageKeys.textSize]: '1.2' })
  let dropped = 0
  const api = apiThat(() => Response.json({ id: other, user_id: learner, ...changed, created_at: '', updated_at: '' }))
  const dropLessons = async () => void dropped++
  expect(await adoptProfile({ api, storage, dropLessons }, code)).toEqual(changed)
  expect(storage.getItem(storageKeys.learner)).toBe(learner)
  expect(findProfile(storage)).toEqual({ answers: changed, sent: true })
  expect(Object.keys(own).map((key) => storage.getItem(key))).toEqual([null, null, null])
  expect(storage.getItem(storageKeys.textSize)).toBe('1.2')
  expect(dropped).toBe(1)
})

test.each([
  ['a refusal', gone],
  ['no JSON', () => new Response('<html>')],
  ['no profile', () => Response.json({ user_id: learner })],
  ['no id', () => Response.json({ user_id: 'me', ...answers })],
])('adoptProfile() changes nothing after %s', async (_, reply) => {
  const storage = aStorage({ [storageKeys.learner]: other })
  storeProfile(storage, { answers, sent: true })
  const adopting = adoptProfile({ api: apiThat(reply), storage, dropLessons: () => Promise.reject(new Error()) }, code)
  await expect(adopting).rejects.toThrow(ApiProblem)
  expect([storage.getItem(storageKeys.learner), findProfile(storage)?.answers]).toEqual([other, answers])
})

test('findNewerAnswers() finds what another device has changed, and only that', async () => {
  const stored = (sent: boolean): KeyedStorage => {
    const storage = aStorage({ [storageKeys.learner]: learner })
    storeProfile(storage, { answers, sent })
    return storage
  }
  const api = apiThat(() => Response.json(changed))
  expect(await findNewerAnswers({ api, storage: stored(true) })).toEqual(changed)
  expect(await findNewerAnswers({ api, storage: stored(false) })).toBeUndefined()
  expect(await findNewerAnswers({ api, storage: aStorage() })).toBeUndefined()
  expect(await findNewerAnswers({ api: apiThat(() => Response.json(answers)), storage: stored(true) })).toBeUndefined()
  expect(await findNewerAnswers({ api: apiThat(gone), storage: stored(true) })).toBeUndefined()
})

test('findNewerAnswers() does not take back an answer that is changed while the server is asked', async () => {
  const storage = aStorage({ [storageKeys.learner]: learner })
  storeProfile(storage, { answers, sent: true })
  const api = apiThat(() => {
    storeProfile(storage, { answers: { ...answers, education_level: 'professional' }, sent: true })
    return Response.json(answers)
  })
  expect(await findNewerAnswers({ api, storage })).toBeUndefined()
})

test('the time left is shown in minutes and seconds', () => {
  expect([600, 65, 9, 0].map(minutesAndSeconds)).toEqual(['10:00', '1:05', '0:09', '0:00'])
})
