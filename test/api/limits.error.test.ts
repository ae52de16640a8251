import { sql } from 'kysely'
import { beforeEach, expect, inject, test, vi } from 'vitest'
import createUser from '../../api/user/create.ts'
import user from '../../api/user/[user_id].ts'
import { createKeyedHash } from '../../lib/quota/keyed-hash.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { askForLesson, readLesson } from '../support/read-lesson.ts'

const hourMilliseconds = 3_600_000
/** An hour before midnight by UTC, on the day that it is. */
const lateToday = Math.floor(Date.now() / (24 * hourMilliseconds)) * 24 * hourMilliseconds + 23 * hourMilliseconds

beforeEach(() => {
  aModel('echo')
  vi.spyOn(Date, 'now').mockReturnValue(lateToday)
})

/** A home's network that no other test has: 56 bits of IPv6. */
const aNetwork = (): string => `2001:db8:${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 2)}`
/** An address in one of the home's 256 subnets. */
const from = (network: string, host = '1', subnet = '00') => ({ 'x-real-ip': `${network}${subnet}::${host}` })
/** Asks for a section that nobody has read yet: of a model of its own. */
async function ask(learner: string, headers = {}): Promise<Response> {
  const { slug } = await aLesson()
  aModel('echo')
  return askForLesson(learner, { lesson_slug: slug, sections: ['torque'] }, headers)
}
const create = (headers: Record<string, string>, user_id = crypto.randomUUID()) =>
  call(createUser, 'POST /api/user/create', { body: { user_id }, headers })

/** Expects a refusal that names the limit and its value, and that lasts until midnight. */
async function expectRefusal(response: Response, limit: string, value: number): Promise<void> {
  const { detail } = await expectProblem(response, 'too-many-requests')
  expect(detail).toEqual({ limit, value })
  expect(response.headers.get('retry-after')).toBe('3600')
}

test('a learner gets LEARNER_DAILY_REQUESTS lessons a day, and as many on the next', async () => {
  process.env['LEARNER_DAILY_REQUESTS'] = '2'
  const learner = await aLearner()
  expect((await ask(learner)).status).toBe(200)
  expect((await ask(learner)).status).toBe(200)
  await expectRefusal(await ask(learner), 'LEARNER_DAILY_REQUESTS', 2)
  expect((await ask(await aLearner())).status).toBe(200)
  vi.spyOn(Date, 'now').mockReturnValue(lateToday + hourMilliseconds)
  expect((await ask(learner)).status).toBe(200)
})

test('a refusal comes as JSON before a stream begins', async () => {
  process.env['LEARNER_DAILY_REQUESTS'] = '0'
  const response = await ask(await aLearner(), { accept: 'text/event-stream' })
  await expectRefusal(response, 'LEARNER_DAILY_REQUESTS', 0)
})

test('what is written already is read on, whoever’s requests are used up', async () => {
  const { slug } = await aLesson()
  const learner = await aLearner()
  const first = await readLesson(learner, { lesson_slug: slug })
  Object.assign(process.env, { LEARNER_DAILY_REQUESTS: '1', ADDRESS_DAILY_REQUESTS: '1' })
  for (const reader of [learner, await aLearner(), await aLearner()])
    expect(await readLesson(reader, { lesson_slug: slug })).toMatchObject({
      ...{ cached: true, personalized_content: first.personalized_content },
    })
  await aLesson({ slug, file: lessonFile.replace('sends one command', 'sends one single command') })
  const { sections } = await readLesson(learner, { lesson_slug: slug })
  const reasons = sections.map(({ id, source, reason }) => [id, source, reason])
  expect(reasons).toContainEqual(['code', 'original', 'budget-reached'])
  expect(reasons).toContainEqual(['torque', 'rewrite', undefined])
})

test('an address gets ADDRESS_DAILY_REQUESTS new lessons a day, whichever learners, hosts and subnets they are for', async () => {
  process.env['ADDRESS_DAILY_REQUESTS'] = '2'
  const network = aNetwork()
  const learners = [await aLearner(), await aLearner(), await aLearner()] as const
  expect((await ask(learners[0], from(network, '1'))).status).toBe(200)
  expect((await ask(learners[1], from(network, 'ffff', 'ff'))).status).toBe(200)
  await expectRefusal(await ask(learners[2], from(network, '1', '7f')), 'ADDRESS_DAILY_REQUESTS', 2)
  expect((await ask(learners[2], from(aNetwork()))).status).toBe(200)
})

test('whoever has a whole /48 has twice what an address has, from however many homes in it', async () => {
  process.env['ADDRESS_DAILY_NEW_LEARNERS'] = '2'
  const site = `2001:db8:${crypto.randomUUID().slice(0, 4)}`
  const made = []
  for (let home = 0; home < 6; home++) made.push((await create({ 'x-real-ip': `${site}:${home}00::1` })).status)
  expect(made).toEqual([201, 201, 201, 201, 429, 429])
})

test('an id that nobody has counts for its address alone', async () => {
  process.env['ADDRESS_DAILY_REQUESTS'] = '3'
  const network = aNetwork()
  const { slug } = await aLesson()
  const madeUp = crypto.randomUUID()
  const guess = () => askForLesson(madeUp, { lesson_slug: slug }, from(network))
  for (let tries = 0; tries < 3; tries++) await expectProblem(await guess(), 'user-not-found')
  await expectRefusal(await guess(), 'ADDRESS_DAILY_REQUESTS', 3)
  const day = new Date(lateToday).toISOString().slice(0, 10)
  const hash = await createKeyedHash(inject('connectionString'), `spending ${day}`)
  const { rows } = await sql`
    select from spending where bucket = ${`learner:${await hash(madeUp)}`} or (bucket = 'all' and requests > 0)`.execute(
    testDatabase(),
  )
  expect(rows).toEqual([])
})

test('newcomers leave three tenths of what is shared to learners who were here before, and all of it to keys', async () => {
  process.env['ADDRESS_DAILY_TOKENS'] = '100000'
  const network = aNetwork()
  const [newcomer, known] = [await aLearner(), await aLearner()]
  await sql`update users set created_at = clock_timestamp() - interval '25 hours' where id = ${known}`.execute(
    testDatabase(),
  )
  expect((await ask(newcomer, from(network))).status).toBe(200)
  await sql`update spending set tokens_used = 69000 where bucket like 'address:%' and tokens_used = 150`.execute(
    testDatabase(),
  )
  const { detail } = await expectProblem(await ask(await aLearner(), from(network)), 'budget-reached')
  expect(detail).toEqual({ limit: 'ADDRESS_DAILY_TOKENS', value: 100_000 })
  expect((await ask(known, from(network))).status).toBe(200)
  process.env['DAILY_TOKENS'] = '0'
  await expectProblem(await ask(known, from(network)), 'budget-reached')
  expect((await ask(known, { ...from(network), ...(await aKey()).headers })).status).toBe(200)
})

test('what is refused to one learner is not counted against the others of its address', async () => {
  process.env['LEARNER_DAILY_REQUESTS'] = '1'
  process.env['ADDRESS_DAILY_REQUESTS'] = '3'
  const network = aNetwork()
  const greedy = await aLearner()
  expect((await ask(greedy, from(network))).status).toBe(200)
  for (let more = 0; more < 5; more++)
    await expectRefusal(await ask(greedy, from(network)), 'LEARNER_DAILY_REQUESTS', 1)
  expect((await ask(await aLearner(), from(network))).status).toBe(200)
  expect((await ask(await aLearner(), from(network))).status).toBe(200)
  await expectRefusal(await ask(await aLearner(), from(network)), 'ADDRESS_DAILY_REQUESTS', 3)
})

test('an integrator is held by the key’s own limits alone', async () => {
  Object.assign(process.env, { LEARNER_DAILY_REQUESTS: '0', ADDRESS_DAILY_REQUESTS: '0', DAILY_TOKENS: '0' })
  const { headers } = await aKey()
  expect((await ask(await aLearner(), headers)).status).toBe(200)
})

test('a key gets its own requests a day, whoever they are for, and takes none from another key', async () => {
  const [first, other] = await Promise.all([aKey({ dailyRequests: 2 }), aKey({ dailyRequests: 1 })])
  expect((await ask(await aLearner(), first.headers)).status).toBe(200)
  expect((await ask(await aLearner(), first.headers)).status).toBe(200)
  const refused = await ask(await aLearner(), first.headers)
  expect(refused.headers.get('retry-after')).toBe('3600')
  const { detail } = await expectProblem(refused, 'too-many-requests')
  expect(detail).toEqual({ limit: 'KEY_DAILY_REQUESTS', value: 2 })
  expect((await ask(await aLearner(), other.headers)).status).toBe(200)
  vi.spyOn(Date, 'now').mockReturnValue(lateToday + hourMilliseconds)
  expect((await ask(await aLearner(), first.headers)).status).toBe(200)
})

test('an address makes ADDRESS_DAILY_NEW_LEARNERS learners a day; one more is not made', async () => {
  process.env['ADDRESS_DAILY_NEW_LEARNERS'] = '2'
  const [network, first, third] = [aNetwork(), crypto.randomUUID(), crypto.randomUUID()]
  expect((await create(from(network), first)).status).toBe(201)
  expect((await create(from(network, 'ffff', 'ff'))).status).toBe(201)
  await expectRefusal(await create(from(network), third), 'ADDRESS_DAILY_NEW_LEARNERS', 2)
  expect((await call(user, `GET /api/user/${third}`)).status).toBe(404)
  await expectProblem(await create(from(network), first), 'user-exists')
  expect((await create(from(aNetwork()), third)).status).toBe(201)
  vi.spyOn(Date, 'now').mockReturnValue(lateToday + hourMilliseconds)
  expect((await create(from(network))).status).toBe(201)
})

test('neither addresses nor learners can be read in the counters', async () => {
  const address = `203.0.113.${Math.floor(Math.random() * 256)}`
  const learner = await aLearner()
  await readLesson(learner, { lesson_slug: (await aLesson()).slug }, { 'x-real-ip': address })
  const { rows } = await sql<{ bucket: string }>`select bucket from spending`.execute(testDatabase())
  for (const { bucket } of rows)
    expect(bucket).toMatch(
      /^(?:all|integrator:[0-9A-Za-z]{8}|(?:(?:learner|address|network|new-learners|transfers|wrong-keys)(?:-network)?):[0-9a-f]{32})$/,
    )
})
