/** Spans for whoever collects them. `start-telemetry.ts` is imported on demand only: it brings its packages along. */
export type { FollowedRequest, InSpan, Telemetry } from './telemetry.ts'
