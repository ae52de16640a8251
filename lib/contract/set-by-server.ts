import * as v from 'valibot'

/**
 * What a profile says besides its answers. It is passed over when it comes back, so that a profile can be sent as it was got, or with
 * one answer changed in it; any other field is refused.
 */
export const setByServer = {
  id: v.exactOptional(v.string()),
  created_at: v.exactOptional(v.string()),
  updated_at: v.exactOptional(v.string()),
}

/** The same without it. */
export function dropSetByServer<Fields extends Partial<Record<keyof typeof setByServer, unknown>>>(
  fields: Fields,
): Omit<Fields, keyof typeof setByServer> {
  const { id: _id, created_at: _created, updated_at: _updated, ...others } = fields
  return others
}
