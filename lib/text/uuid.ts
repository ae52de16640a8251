/**
 * A UUID of any version as RFC 9562 lays it out (1 to 8), in either case. Nil and Max are none: they are what a client sends that
 * has no id yet, and all such clients would be one learner.
 */
export const uuid = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$/
