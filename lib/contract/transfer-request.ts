import * as v from 'valibot'
import { normaliseTransferCode, transferCodePattern } from '../profile/index.ts'

/** The body of `PUT /api/user/transfer`. */
export const transferSchema = v.strictObject({
  code: v.pipe(
    v.string(),
    v.regex(transferCodePattern, 'Wanted the 12 letters and digits of a code, such as "7K3M-9QXW-2FDT".'),
    v.transform(normaliseTransferCode),
  ),
})
