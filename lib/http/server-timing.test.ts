import { expect, test } from 'vitest'
import { createServerTiming } from './server-timing.ts'

function aTimer() {
  let time = 1_000
  return { read: () => time, pass: (milliseconds: number) => void (time += milliseconds) }
}

test('Server-Timing says what the database, the body and the rest took, and their sum', () => {
  const timer = aTimer()
  const timing = createServerTiming(timer.read)
  timer.pass(2)
  timing.addStatement(5)
  timer.pass(5)
  const body = timing.serialise(() => {
    timer.pass(1)
    return 'body'
  })
  expect(body).toBe('body')
  expect(timing.header()).toBe('db;dur=5.00;desc="1 statement", json;dur=1.00, app;dur=2.00, total;dur=8.00')
})

test('Server-Timing counts statements, and no part is below nothing when they ran side by side', () => {
  const timer = aTimer()
  const timing = createServerTiming(timer.read)
  timing.addStatement(5)
  timing.addStatement(5)
  timer.pass(6)
  expect(timing.header()).toBe('db;dur=10.00;desc="2 statements", json;dur=0.00, app;dur=0.00, total;dur=6.00')
})
