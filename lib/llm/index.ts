/** Models: calls, streams, retries and rate limiting. */
export { createWriter } from './create-writer.ts'
export { demoModel } from './demo-model.ts'
export type { ModelSettings } from './model-settings.ts'
export { openaiUrl } from './openai-url.ts'
export { createPace, type Limiter, type RateListener } from './pace.ts'
export { unknownUsage, type Writer, type WritingEnd } from './writer.ts'
