import { defineCommand, runMain } from 'citty'
import { plan } from './lessons/plan.ts'
import { publish } from './lessons/publish.ts'
import { stats } from './lessons/stats.ts'
import { sweep } from './lessons/sweep.ts'
import { verify } from './lessons/verify.ts'
import { warm } from './lessons/warm.ts'

await runMain(
  defineCommand({
    meta: { name: 'lessons', description: 'Work with the published lessons and their rewrites' },
    subCommands: { plan, publish, warm, verify, stats, sweep },
  }),
)
