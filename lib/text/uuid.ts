/**
 * A UUID of version 1 to 8 (RFC 9562), in either case. Nil and Max are refused: clients without an id send them, and
 * would all be one learner.
 */
export const uuid = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$/
