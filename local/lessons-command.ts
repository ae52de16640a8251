import { defineCommand, runMain } from 'citty'
import { jobs } from './lessons/jobs.ts'

await runMain(
  defineCommand({
    meta: { name: 'lessons', description: 'Work with the published lessons and their rewrites' },
    subCommands: jobs,
  }),
)
