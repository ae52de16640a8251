/**
 * Spans for an OpenTelemetry collector. `start-telemetry.ts` is only imported on demand, because of the packages it
 * loads.
 */
export type { FollowedRequest, InSpan, Telemetry } from './telemetry.ts'
