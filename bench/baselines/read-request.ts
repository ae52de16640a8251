import { createOpenAI } from '@ai-sdk/openai'
import type { LanguageModel } from 'ai'
import { sql, type Kysely } from 'kysely'
import { createDatabase, type Database } from '../../lib/db/index.ts'
import { forYouSection, type Section } from '../../lib/lesson/index.ts'
import { readSettings } from '../../lib/runtime/index.ts'

/** What a baseline needs to rewrite a lesson: database, model, and one prompt with the reader and the whole lesson. */
export interface BaselineRequest {
  readonly db: Kysely<Database>
  readonly model: Exclude<LanguageModel, string>
  readonly system: string
  readonly prompt: string
}

/** Reads `{ lesson_slug }` and `X-User-ID`, and finds reader and lesson in one round trip, like ours. */
export async function readRequest(request: Request): Promise<BaselineRequest> {
  const { database, model } = readSettings()
  const db = createDatabase(database)
  const { lesson_slug: slug } = (await request.json()) as { lesson_slug: string }
  const { rows } = await sql<{ sections: Section[]; answers: Record<string, unknown> }>`
    select lessons.sections, to_jsonb(profile) - 'profile_keys' - 'id' - 'user_id' - 'created_at' - 'updated_at' as answers
    from lessons, user_preferences as profile
    where lessons.slug = ${slug} and profile.user_id = ${request.headers.get('x-user-id')}
    order by lessons.published_at desc limit 1`.execute(db)
  const [row] = rows
  if (!row) throw new Error(`There is no lesson "${slug}" or no such reader`)
  const lesson = row.sections.filter(({ id }) => id !== forYouSection).map(({ source }) => source)
  const openai = createOpenAI({ apiKey: model.apiKey ?? 'none', ...(model.baseUrl ? { baseURL: model.baseUrl } : {}) })
  return {
    db,
    model: openai.chat(model.name),
    system: `Rewrite the lesson for this reader. Keep its Markdown and its code. The reader: ${JSON.stringify(row.answers)}`,
    prompt: `<whole-lesson>\n${lesson.join('\n\n')}\n</whole-lesson>`,
  }
}
