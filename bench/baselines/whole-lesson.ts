import { generateText, streamText } from 'ai'
import { readRequest } from './read-request.ts'

/** The whole lesson in one call: answered when it is complete, or token by token with `?stream=1`. Nothing is checked or cached. */
export async function wholeLesson(request: Request): Promise<Response> {
  const { model, system, prompt } = await readRequest(request)
  if (new URL(request.url).searchParams.has('stream'))
    return streamText({ model, system, prompt, maxRetries: 0 }).toTextStreamResponse()
  const { text } = await generateText({ model, system, prompt, maxRetries: 0 })
  return new Response(text)
}
