import type { ModelChoice } from './choose-model.ts'
import type { OpenDatabase } from './open-database.ts'
import type { PublishedBuild } from './publish-built-lessons.ts'

export interface Started {
  readonly url: string
  readonly site: 'built' | 'unchanged'
  readonly database: Pick<OpenDatabase, 'place' | 'local'>
  readonly migrated: readonly string[]
  readonly lessons: PublishedBuild
  readonly model: Pick<ModelChoice, 'description' | 'demo' | 'notes'>
}

/** The summary at the end of a start: what runs, where, and what to set for the real thing. */
export function describeStart({ url, site, database, migrated, lessons, model }: Started): string[] {
  return [
    '',
    `Palimpsest   ${url}`,
    `  database   ${database.place}, ${describeMigrations(migrated)}`,
    `  lessons    ${lessons.added} new, ${lessons.unchanged} unchanged`,
    `  model      ${model.description}`,
    `  site       ${site}`,
    ...[...lessons.refused, ...model.notes].map((note) => `Note: ${note}`),
    ...describeRealThing(database.local, model.demo),
    'Ctrl+C stops it.',
  ]
}

function describeMigrations(migrated: readonly string[]): string {
  if (migrated.length === 0) return 'up to date'
  return `${migrated.length} ${migrated.length === 1 ? 'migration' : 'migrations'} applied`
}

function describeRealThing(localDatabase: boolean, demo: boolean): string[] {
  const settings = [
    ...(demo
      ? ['  OPENAI_API_KEY    a model writes instead of the demo writer (or OPENAI_BASE_URL, for a compatible server)']
      : []),
    ...(localDatabase ? ['  DATABASE_URL      Neon, or any PostgreSQL, instead of the local PGlite'] : []),
  ]
  return settings.length === 0 ? [] : ['For the real thing, set in .env:', ...settings]
}
