import * as v from 'valibot'

/**
 * The fields of a profile that the server sets. They are ignored in a request, so that a client may send back a profile
 * as it got it, with answers changed; any other unknown field is refused.
 */
export const setByServer = {
  id: v.exactOptional(v.string()),
  created_at: v.exactOptional(v.string()),
  updated_at: v.exactOptional(v.string()),
}

/** The same object without those fields. */
export function dropSetByServer<Fields extends Partial<Record<keyof typeof setByServer, unknown>>>(
  fields: Fields,
): Omit<Fields, keyof typeof setByServer> {
  const { id: _id, created_at: _created, updated_at: _updated, ...others } = fields
  return others
}
